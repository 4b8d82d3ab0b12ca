using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A form that opens in front of a person. Source: components/reference, interactions/receiving-and-responding.</summary>
internal sealed class ModalForm
{
    private readonly HashSet<string> customIds = new(StringComparer.Ordinal);
    private int lastId;

    /// <returns>The form as it stands in front of the person.</returns>
    public static JsonObject Read(Form form)
    {
        var reader = new ModalForm();
        var json = new JsonObject
        {
            ["custom_id"] = form.Text("custom_id", 1, 100, isRequired: true),
            ["title"] = form.Text("title", 1, 45, isRequired: true, isTrimmed: true),
        };
        if (!form.Has("components")) form.Required("components");
        var components = new JsonArray();
        foreach (var item in form.Items("components", 1, 5))
        {
            components.Add(item.Choice("type", true, 1, 10, 18) switch
            {
                1 => reader.Row(item),
                10 => new JsonObject { ["type"] = 10, ["id"] = ++reader.lastId, ["content"] = item.Text("content", 1, 4000, isRequired: true) },
                18 => reader.Label(item),
                _ => [],
            });
        }

        json["components"] = components;
        return json;
    }

    private JsonObject Row(Form form)
    {
        var inner = new JsonArray();
        var id = ++lastId;
        if (!form.Has("components")) form.Required("components");
        foreach (var item in form.Items("components", 1, 1))
        {
            if (item.Choice("type", true, 4) is not null) inner.Add(TextInput(item, hasLabel: true));
        }

        return new JsonObject { ["type"] = 1, ["id"] = id, ["components"] = inner };
    }

    private JsonObject Label(Form form)
    {
        var json = new JsonObject { ["type"] = 18, ["id"] = ++lastId, ["label"] = form.Text("label", 1, 45, isRequired: true, isTrimmed: true) };
        if (form.TextUpTo("description", 100) is { Length: > 0 } description) json["description"] = description;
        if (form.Inner("component") is not { } inner)
        {
            form.Required("component");
            return json;
        }

        json["component"] = inner.Choice("type", true, 3, 4, 5, 6, 7, 8, 19, 21, 22, 23) switch
        {
            null => new JsonObject(),
            4 => TextInput(inner, hasLabel: false),
            19 or 21 or 22 or 23 => Other(inner),
            { } type => SelectForm.Read(inner, new JsonObject { ["type"] = type, ["id"] = ++lastId }, Claim, isInModal: true),
        };
        return json;
    }

    private JsonObject TextInput(Form form, bool hasLabel)
    {
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        Claim(form, customId);
        var min = form.Integer("min_length", 0, 4000) ?? 0;
        var max = form.Integer("max_length", 1, 4000) ?? 4000;
        if (min > max) form.Fault("min_length", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        var json = new JsonObject
        {
            ["type"] = 4,
            ["id"] = ++lastId,
            ["custom_id"] = customId,
            ["style"] = form.Choice("style", true, 1, 2),
            ["min_length"] = (int)min,
            ["max_length"] = (int)max,
            ["required"] = !form.Has("required") || form.Flag("required"),
            ["value"] = form.Text("value", 0, (int)max),
            ["placeholder"] = form.TextUpTo("placeholder", 100),
        };
        if (hasLabel) json["label"] = form.Text("label", 1, 45, isRequired: true, isTrimmed: true);
        else if (form.Has("label")) form.Fault("label", "BASE_TYPE_CHOICES", "A text input in a label has no label of its own.");
        return json;
    }

    /// <summary>File upload, radio group, checkbox group, checkbox.</summary>
    private JsonObject Other(Form form)
    {
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        Claim(form, customId);
        var type = (int?)form.Json["type"];
        if (type == 21) form.Items("options", 2, 10);
        if (type == 22) form.Items("options", 1, 10);
        var json = (JsonObject)form.Json.DeepClone();
        json["id"] = ++lastId;
        return json;
    }

    private void Claim(Form form, string customId)
    {
        if (!customIds.Add(customId)) form.Fault("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
