using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A form that opens in front of a person. Source: components/reference, interactions/receiving-and-responding.</summary>
internal sealed class ModalForm
{
    private readonly CustomIds customIds = new();
    private readonly Utf8JsonWriter json;
    private int lastId;

    private ModalForm(Utf8JsonWriter json) => this.json = json;

    /// <returns>The form as it stands in front of the person.</returns>
    public static JsonObject Read(Form form) => JsonText.Node(json => new ModalForm(json).Write(form));

    private void Write(Form form)
    {
        json.WriteStartObject();
        json.WriteString("custom_id", form.Text("custom_id", 1, 100, isRequired: true));
        json.WriteString("title", form.Text("title", 1, 45, isRequired: true, isTrimmed: true));
        if (!form.Has("components")) form.Required("components");
        json.WriteStartArray("components");
        foreach (var item in form.Items("components", 1, 5))
        {
            if (item.Choice("type", true, 1, 10, 18) is not { } type) continue;
            Start(type);
            if (type == 1) Row(item);
            else if (type == 10) json.WriteString("content", item.Text("content", 1, 4000, isRequired: true));
            else Label(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Row(Form form)
    {
        if (!form.Has("components")) form.Required("components");
        json.WriteStartArray("components");
        foreach (var item in form.Items("components", 1, 1))
        {
            if (item.Choice("type", true, 4) is not null) TextInput(item, hasLabel: true);
        }

        json.WriteEndArray();
    }

    private void Label(Form form)
    {
        json.WriteString("label", form.Text("label", 1, 45, isRequired: true, isTrimmed: true));
        if (form.TextUpTo("description", 100) is { Length: > 0 } description) json.WriteString("description", description);
        if (form.Inner("component") is not { } inner)
        {
            form.Required("component");
            return;
        }

        if (inner.Choice("type", true, 3, 4, 5, 6, 7, 8, 19, 21, 22, 23) is not { } type) return;
        json.WritePropertyName("component");
        if (type == 4) TextInput(inner, hasLabel: false);
        else if (type is 19 or 21 or 22 or 23) Other(inner, type);
        else Select(inner, type);
    }

    private void Select(Form form, int type)
    {
        Start(type);
        SelectForm.Write(json, form, type, customIds, isInModal: true);
        json.WriteEndObject();
    }

    private void TextInput(Form form, bool hasLabel)
    {
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        customIds.Claim(form, customId);
        var min = form.Integer("min_length", 0, 4000) ?? 0;
        var max = form.Integer("max_length", 1, 4000) ?? 4000;
        if (min > max) form.Fault("min_length", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        Start(4);
        json.WriteString("custom_id", customId);
        json.WriteNumber("style", form.Choice("style", true, 1, 2) ?? 0);
        json.WriteNumber("min_length", min);
        json.WriteNumber("max_length", max);
        json.WriteBoolean("required", !form.Has("required") || form.Flag("required"));
        json.WriteString("value", form.Text("value", 0, (int)max));
        json.WriteString("placeholder", form.TextUpTo("placeholder", 100));
        if (hasLabel) json.WriteString("label", form.Text("label", 1, 45, isRequired: true, isTrimmed: true));
        else if (form.Has("label")) form.Fault("label", "BASE_TYPE_CHOICES", "A text input in a label has no label of its own.");
        json.WriteEndObject();
    }

    /// <summary>File upload, radio group, checkbox group, checkbox.</summary>
    private void Other(Form form, int type)
    {
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        customIds.Claim(form, customId);
        if (type == 21) form.Items("options", 2, 10);
        if (type == 22) form.Items("options", 1, 10);
        Start(type);
        foreach (var field in form.Json.EnumerateObject())
        {
            if (field.Name is not ("type" or "id")) field.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <summary>Begins a component; whoever calls it ends it.</summary>
    private void Start(int type)
    {
        json.WriteStartObject();
        json.WriteNumber("type", type);
        json.WriteNumber("id", ++lastId);
    }
}
