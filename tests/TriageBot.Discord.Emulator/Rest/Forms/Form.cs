using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Reads the fields of one object of a body and notes what is wrong with them. Whatever it returns after a fault is not used, as the check throws.</summary>
/// <param name="name">Of the field that it is the value of, or stands in; empty for the body itself.</param>
/// <param name="index">In the list of that field.</param>
internal sealed class Form(JsonElement json, FormErrors errors, string name = "", int? index = null, Form? parent = null)
{
    public JsonElement Json => json;

    public FormErrors Errors => errors;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether the field is there at all, null or not.</summary>
    public bool Says(string name) => json.TryGetProperty(name, out _);

    /// <summary>The field's value, if it is there and not null.</summary>
    public JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The same as a node of its own.</summary>
    public JsonNode? Node(string name) => Find(name) is { } value ? JsonText.NodeOf(value) : null;

    public string PathOf(string name) => Path.Length == 0 ? name : name.Length == 0 ? Path : $"{Path}.{name}";

    /// <summary>Put together when something is wrong only; most bodies are right.</summary>
    private string Path => (parent is null ? name : parent.PathOf(name)) + (index is { } number ? $".{number}" : "");

    public void Fault(string name, string code, string message) => errors.Add(PathOf(name), code, message);

    public void Required(string name) => Fault(name, "BASE_TYPE_REQUIRED", "This field is required");

    /// <param name="isTrimmed">Whether white space around it counts; the service trims what people read.</param>
    public string? Text(string name, int min, int max, bool isRequired = false, bool isTrimmed = false)
    {
        if (Find(name) is { } value) return Text(name, value, min, max, isRequired, isTrimmed);
        if (isRequired) Required(name);
        return null;
    }

    private string? Text(string name, JsonElement value, int min, int max, bool isRequired, bool isTrimmed)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Fault(name, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        var text = Written(value);
        if (isTrimmed) text = text.Trim();
        var length = Length(text);
        if (isRequired && length == 0 && min > 0) Required(name);
        else if (length < min || length > max) Fault(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return text;
    }

    /// <summary>As <see cref="Text(string, int, int, bool, bool)"/>, with the wording for fields that have only an upper limit.</summary>
    public string? TextUpTo(string name, int max, bool isRequired = false)
    {
        if (Find(name) is not { } value)
        {
            if (isRequired) Required(name);
            return null;
        }

        if (value.ValueKind != JsonValueKind.String) return Text(name, value, isRequired ? 1 : 0, max, isRequired, isTrimmed: true);
        var text = value.GetString()!.Trim();
        if (isRequired && text.Length == 0) Required(name);
        if (Length(text) <= max) return text;
        Fault(name, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        return null;
    }

    public long? Integer(string name, long min, long max, bool isRequired = false)
    {
        if (Find(name) is not { } value)
        {
            if (isRequired) Required(name);
            return null;
        }

        if (!IsWhole(value, out var number))
        {
            Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{(IsScalar(value) ? Written(value) : "")}\" is not int.");
            return null;
        }

        if (number < min) Fault(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        if (number > max) Fault(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        return number;
    }

    public double? Number(string name)
    {
        if (Find(name) is not { } value || !IsScalar(value)) return null;
        var text = Written(value);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not float.");
        return null;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return false;
    }

    public int? Choice(string name, bool isRequired, params ReadOnlySpan<int> allowed)
    {
        if (Integer(name, long.MinValue, long.MaxValue, isRequired) is not { } number) return null;
        if (allowed.Contains((int)number)) return (int)number;
        Fault(name, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", allowed.ToArray())}).");
        return null;
    }

    public ulong? Snowflake(string name, bool isRequired = false)
    {
        if (Find(name) is not { } value)
        {
            if (isRequired) Required(name);
            return null;
        }

        if (IsScalar(value) && Snowflakes.Read(Written(value)) is { } id) return id;
        Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{Written(value)}\" is not snowflake.");
        return null;
    }

    public Form? Inner(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new Form(value, errors, name, parent: this);
        Fault(name, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    /// <summary>The items of a list that must be objects.</summary>
    public List<Form> Items(string name, int min, int max)
    {
        if (FindList(name, min, max) is not { } list) return [];
        var forms = new List<Form>(list.GetArrayLength());
        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) forms.Add(new Form(item, errors, name, i, this));
            else errors.Add($"{PathOf(name)}.{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            i++;
        }

        return forms;
    }

    public IReadOnlyList<JsonElement> List(string name, int min, int max) => FindList(name, min, max) is { } list ? [.. list.EnumerateArray()] : [];

    private JsonElement? FindList(string name, int min, int max)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }

        var length = value.GetArrayLength();
        if (length < min || length > max) Fault(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return value;
    }

    public static bool IsScalar(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null);

    /// <summary>A text as it is, anything else as it is written.</summary>
    public static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => JsonText.NodeOf(value)?.ToString() ?? "",
    };

    private static bool IsWhole(JsonElement value, out long number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetInt64(out number);
        return value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The service counts code points, not UTF-16 units.</summary>
    private static int Length(string text)
    {
        var length = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit)) length--;
        }

        return length;
    }
}
