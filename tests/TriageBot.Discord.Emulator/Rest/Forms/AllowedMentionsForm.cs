using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>The field <c>allowed_mentions</c>.</summary>
internal static class AllowedMentionsForm
{
    private const int MaxIds = 100;

    /// <param name="normally">What holds without the field.</param>
    public static AllowedMentions Read(Form message, AllowedMentions normally)
    {
        if (message.Inner("allowed_mentions") is not { } form) return normally;
        HashSet<string> parse = [];
        foreach (var (i, item) in form.List("parse", 0, 3).Index())
        {
            var text = Form.Written(item);
            if (text is not ("users" or "roles" or "everyone")) form.Fault($"parse.{i}", "BASE_TYPE_CHOICES", "Value must be one of ('everyone', 'users', 'roles').");
            else if (!parse.Add(text)) form.Fault("parse", "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }

        var users = Ids(form, "users");
        var roles = Ids(form, "roles");
        if (parse.Contains("users") && users.Count > 0) Exclude(form, "users");
        if (parse.Contains("roles") && roles.Count > 0) Exclude(form, "roles");
        form.Flag("replied_user");
        return new AllowedMentions(parse.Contains("users"), parse.Contains("roles"), parse.Contains("everyone"), users, roles);
    }

    private static HashSet<ulong> Ids(Form form, string name)
    {
        HashSet<ulong> ids = [];
        foreach (var (i, item) in form.List(name, 0, MaxIds).Index())
        {
            if (!Form.IsScalar(item) || Snowflakes.Read(Form.Written(item)) is not { } id) form.Fault($"{name}.{i}", "NUMBER_TYPE_COERCE", $"Value \"{Form.Written(item)}\" is not snowflake.");
            else if (!ids.Add(id)) form.Fault(name, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }

        return ids;
    }

    private static void Exclude(Form form, string name) =>
        form.Fault("parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{name}\"] and {name}: [ids...] are mutually exclusive.");
}
