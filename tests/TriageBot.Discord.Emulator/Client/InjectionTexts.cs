namespace TriageBot.Discord.Emulator.Client;

/// <summary>Texts that people type to make a bot say what it should not: mentions of every kind, markup, links, and letters that cannot be seen.</summary>
public static class InjectionTexts
{
    /// <summary>Placeholders for ids that exist, so that the mention would ring: a person, a role, a channel, a command.</summary>
    private static readonly string[] Mentions =
    [
        "@everyone", "@here", "<@{user}>", "<@!{user}>", "<@&{role}>", "<#{channel}>", "</urgent:{command}>", "@everyone@here", "<@{user}><@{user}>", "<@&{guild}>",
        "@​everyone", "@\u200deveryone", "@EVERYONE", "＠everyone", "@еveryone", "<@ {user}>", "<@{user} >", "<@00{user}>", "&lt;@{user}&gt;", "\\<@{user}>",
        "@sam", "@Sam @Kim @Alex", "<id:customize>", "<id:guide>",
    ];

    private static readonly string[] Frames =
    [
        "{0}", "Server down {0}", "{0} call me", "**{0}**", "||{0}||", "`{0}`", "```{0}```", "```\n``` {0}", "> {0}", "[{0}](https://example.com/)", "{0}\u202e", "line one\n{0}",
    ];

    private static readonly string[] Others =
    [
        // Markup that swallows what comes after it.
        "**bold", "__underlined", "*one* _two_ ~~three~~", "~~struck", "||hidden", "`code", "``double`", "```", "```js\nalert(1)", "```ansi\n\u001b[31mred```", "# Heading", "## Smaller", "### Smallest",
        "-# small print", "> quote", ">>> all of it is a quote", "- item\n- item", "1. one\n2. two", "* * *", "___", "***", "\\", "\\\\", "\\`", "\\*\\*",
        // Links, shown and hidden.
        "https://example.com/", "<https://example.com/>", "[click](https://example.com/)", "[https://good.example](https://bad.example/)", "[a](<https://example.com/> \"title\")", "http://user:pass@example.com/",
        "discord.gg/abcdef", "https://discord.com/channels/1/2/3", "javascript:alert(1)", "[x](javascript:alert(1))", "data:text/html,<script>1</script>", "file:///etc/passwd", "attachment://chart.png",
        "![](https://example.com/a.png)", "www.example.com", "mailto:a@example.com", "tel:+4712345678",
        // Marks of Discord's own.
        "<t:0>", "<t:1700000000:R>", "<t:99999999999999999999:F>", "<t:abc>", "<:smile:123456789012345678>", "<a:party:123456789012345678>", ":smile:", ":not_an_emoji:", "/urgent nested", "/help", "!urgent", "/urgent text:one owner:two",
        // Right to left, unseen, and worse.
        "\u202eabc", "\u202dabc\u202c", "\u2066abc\u2069", "\u200f", "\u200e\u200f\u200e", "שלום עולם", "مرحبا بالعالم", "abc שלום def", "\u200b", "\u200b\u200b\u200b", "a\u200bb", "\ufeff", "\u2060", "\u00ad", "\u034f", "\u115f", "\u3164",
        "\u2800", "Z̴̡̛͚͓a̵̢l̶g̷o̸", "e\u0301", "ﷺ", "𝕴𝖙", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏿", "\U0001F1F3\U0001F1F4", "｀｀｀", "‘quotes’ “quotes”", "\t", "a\tb", "a\r\nb", "\n\n\n", "  leading", "trailing  ", "a\u2028b", "a\u2029b", "\u0007", "\u001b[2J",
        // Other languages than Discord's.
        "<script>alert(1)</script>", "<b>bold</b>", "&amp;", "&#64;everyone", "%40everyone", "'; drop table items; --", "\" or 1=1", "{0}", "{user}", "${7*7}", "{{7*7}}", "%s %n", "$(id)", "`id`", "../../etc/passwd", "null", "undefined", "true", "0", "-1",
        "NaN", "[]", "{}", "{\"content\":\"@everyone\"}", "\"", "'", "\\n", "\\u0040everyone", "@\\everyone", "=1+1", "@SUM(A1)", "+1", "-- ", "<!channel>", "<!here>", "<users/all>", "@channel", "@all",
    ];

    /// <summary>All of them, each once; more than 400.</summary>
    /// <param name="user">Id of a person that must not be called.</param>
    /// <param name="role">Id of a role that everybody may name.</param>
    public static IReadOnlyList<string> All(string user, string role, string channel = "1", string command = "1", string guild = "1")
    {
        string Filled(string text) => text.Replace("{user}", user, StringComparison.Ordinal).Replace("{role}", role, StringComparison.Ordinal)
            .Replace("{channel}", channel, StringComparison.Ordinal).Replace("{command}", command, StringComparison.Ordinal).Replace("{guild}", guild, StringComparison.Ordinal);
        var mentions = from mention in Mentions from frame in Frames select frame.Replace("{0}", Filled(mention), StringComparison.Ordinal);
        return [.. mentions.Concat(Others).Distinct()];
    }
}
