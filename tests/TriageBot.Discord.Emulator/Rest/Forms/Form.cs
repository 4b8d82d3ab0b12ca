using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Reads the fields of one object of a body and notes what is wrong with them. Whatever it returns after a fault is not used, as the check throws.</summary>
/// <param name="name">Of the field that it is the value of, or stands in; empty for the body itself.</param>
/// <param name="index">In the list of that field.</param>
internal sealed class Form(JsonObject json, FormErrors errors, string name = "", int? index = null, Form? parent = null)
{
    public JsonObject Json => json;

    public FormErrors Errors => errors;

    public bool Has(string name) => json[name] is not null;

    /// <summary>Whether the field is there at all, null or not.</summary>
    public bool Says(string name) => json.ContainsKey(name);

    public string PathOf(string name) => Path.Length == 0 ? name : name.Length == 0 ? Path : $"{Path}.{name}";

    /// <summary>Put together when something is wrong only; most bodies are right.</summary>
    private string Path => (parent is null ? name : parent.PathOf(name)) + (index is { } number ? $".{number}" : "");

    public void Fault(string name, string code, string message) => errors.Add(PathOf(name), code, message);

    public void Required(string name) => Fault(name, "BASE_TYPE_REQUIRED", "This field is required");

    /// <param name="isTrimmed">Whether white space around it counts; the service trims what people read.</param>
    public string? Text(string name, int min, int max, bool isRequired = false, bool isTrimmed = false)
    {
        if (json[name] is not { } node)
        {
            if (isRequired) Required(name);
            return null;
        }

        if (node is not JsonValue value || value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Fault(name, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        if (isTrimmed) text = text.Trim();
        var length = Length(text);
        if (isRequired && length == 0 && min > 0) Required(name);
        else if (length < min || length > max) Fault(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return text;
    }

    /// <summary>As <see cref="Text"/>, with the wording for fields that have only an upper limit.</summary>
    public string? TextUpTo(string name, int max, bool isRequired = false)
    {
        if (json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && Length(value.GetValue<string>().Trim()) > max)
        {
            Fault(name, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
            return null;
        }

        return Text(name, isRequired ? 1 : 0, max, isRequired, isTrimmed: true);
    }

    public long? Integer(string name, long min, long max, bool isRequired = false)
    {
        if (json[name] is not { } node)
        {
            if (isRequired) Required(name);
            return null;
        }

        var text = node is JsonValue value ? value.ToString() : "";
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not int.");
            return null;
        }

        if (number < min) Fault(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        if (number > max) Fault(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        return number;
    }

    public double? Number(string name)
    {
        if (json[name] is not JsonValue value) return null;
        if (double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not float.");
        return null;
    }

    public bool Flag(string name)
    {
        if (json[name] is not { } node) return false;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return node.GetValue<bool>();
        Fault(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return false;
    }

    public int? Choice(string name, bool isRequired, params int[] allowed)
    {
        if (Integer(name, long.MinValue, long.MaxValue, isRequired) is not { } number) return null;
        if (Array.IndexOf(allowed, (int)number) >= 0) return (int)number;
        Fault(name, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", allowed)}).");
        return null;
    }

    public ulong? Snowflake(string name, bool isRequired = false)
    {
        if (json[name] is not { } node)
        {
            if (isRequired) Required(name);
            return null;
        }

        if (World.Snowflakes.Read(node is JsonValue value ? value.ToString() : null) is { } id) return id;
        Fault(name, "NUMBER_TYPE_COERCE", $"Value \"{node}\" is not snowflake.");
        return null;
    }

    public Form? Inner(string name)
    {
        if (json[name] is not { } node) return null;
        if (node is JsonObject inner) return new Form(inner, errors, name, parent: this);
        Fault(name, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    /// <summary>The items of a list that must be objects.</summary>
    public IReadOnlyList<Form> Items(string name, int min, int max)
    {
        var list = List(name, min, max);
        var forms = new List<Form>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item) forms.Add(new Form(item, errors, name, i, this));
            else errors.Add($"{PathOf(name)}.{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }

        return forms;
    }

    public IList<JsonNode?> List(string name, int min, int max)
    {
        if (json[name] is not { } node) return [];
        if (node is not JsonArray list)
        {
            Fault(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (list.Count < min || list.Count > max) Fault(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return list;
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
