using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Options, subcommands and choices of a slash command.</summary>
internal static class CommandOptionForm
{
    private const int SubCommand = 1;
    private const int Group = 2;
    private const int Text = 3;
    private const int Whole = 4;
    private const int Number = 10;

    /// <param name="depth">0 in the command itself, 1 in a group or subcommand of it, 2 in a subcommand of a group.</param>
    public static void ReadOptions(Form form, JsonObject json, int depth)
    {
        var items = form.Items("options", 0, 25);
        if (items.Count == 0) return;
        var options = new JsonArray();
        HashSet<string> names = new(StringComparer.Ordinal);
        bool hasOptional = false, hasCommands = false, hasValues = false;
        foreach (var item in items)
        {
            var type = item.Choice("type", true, [.. Enumerable.Range(1, 11)]) ?? 0;
            var option = ReadOption(item, type, depth);
            if (!names.Add((string?)option["name"] ?? "")) item.Fault("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (type is SubCommand or Group) hasCommands = true;
            else hasValues = true;
            var isRequired = option["required"]?.GetValue<bool>() ?? false;
            if (isRequired && hasOptional)
                item.Fault("", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            hasOptional |= !isRequired;
            options.Add(option);
        }

        if (hasCommands && hasValues)
            form.Fault("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        json["options"] = options;
    }

    private static JsonObject ReadOption(Form form, int type, int depth)
    {
        var option = new JsonObject
        {
            ["type"] = type,
            ["name"] = CommandForm.ReadName(form, isSlash: true),
            ["description"] = form.Text("description", 1, 100, isRequired: true, isTrimmed: true),
        };
        CommandForm.Localizations(form, option, "name_localizations", 32);
        CommandForm.Localizations(form, option, "description_localizations", 100);
        if (type is SubCommand or Group)
        {
            var isTooDeep = type == Group ? depth > 0 : depth > 1;
            if (isTooDeep) form.Fault("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands nest only as command, group, subcommand");
            ReadOptions(form, option, type == Group ? depth + 1 : 2);
            if (type == Group) CheckGroup(form);
            return option;
        }

        if (form.Flag("required")) option["required"] = true;
        ReadLimits(form, option, type);
        ReadChoices(form, option, type);
        if (form.List("channel_types", 0, 50) is { Count: > 0 } types) option["channel_types"] = new JsonArray([.. types.Select(JsonText.NodeOf)]);
        return option;
    }

    private static void CheckGroup(Form form)
    {
        foreach (var item in form.Node("options") as JsonArray ?? [])
        {
            if (item is JsonObject inner && (int?)inner["type"] != SubCommand)
                form.Fault("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A group holds subcommands only");
        }
    }

    private static void ReadLimits(Form form, JsonObject option, int type)
    {
        foreach (var name in (string[])["min_value", "max_value"])
        {
            if (!form.Has(name)) continue;
            if (type is not (Whole or Number)) form.Fault(name, "APPLICATION_COMMAND_OPTION_LIMIT_INVALID", "Only numbers have limits");
            form.Number(name);
            option[name] = form.Node(name);
        }

        if (form.Integer("min_length", 0, 6000) is { } least) option["min_length"] = (int)least;
        if (form.Integer("max_length", 1, 6000) is { } most) option["max_length"] = (int)most;
        if (type != Text && (form.Has("min_length") || form.Has("max_length")))
            form.Fault("max_length", "APPLICATION_COMMAND_OPTION_LIMIT_INVALID", "Only texts have lengths");
        if (!form.Flag("autocomplete")) return;
        if (type is not (Text or Whole or Number) || form.Node("choices") is JsonArray { Count: > 0 })
            form.Fault("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is for texts and numbers without choices");
        option["autocomplete"] = true;
    }

    private static void ReadChoices(Form form, JsonObject option, int type)
    {
        var items = form.Items("choices", 0, 25);
        if (items.Count == 0) return;
        if (type is not (Text or Whole or Number)) form.Fault("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "This type has no choices");
        option["choices"] = ChoiceForm.Read(items, type);
    }
}

/// <summary>Choices of an option, and suggestions.</summary>
internal static class ChoiceForm
{
    /// <param name="type">Type of the option that they are for: 3 text, 4 whole number, 10 number.</param>
    public static JsonArray Read(IReadOnlyList<Form> items, int type)
    {
        var choices = new JsonArray();
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = item.Text("name", 1, 100, isRequired: true, isTrimmed: true) ?? "";
            if (!names.Add(name)) item.Fault("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Choice name already exists");
            var choice = new JsonObject { ["name"] = name, ["value"] = item.Node("value") };
            CommandForm.Localizations(item, choice, "name_localizations", 100);
            CheckValue(item, type);
            choices.Add(choice);
        }

        return choices;
    }

    private static void CheckValue(Form item, int type)
    {
        if (item.Node("value") is not JsonValue value) item.Required("value");
        else if (type == 3) CheckText(item, value);
        else if (value.GetValueKind() != JsonValueKind.Number) item.Fault("value", "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not a number.");
        else if (type == 4 && !value.TryGetValue<long>(out _)) item.Fault("value", "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
    }

    private static void CheckText(Form item, JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String) item.Fault("value", "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        else item.Text("value", 1, 100, isRequired: true);
    }
}
