using System.Globalization;
using System.Text;
using TriageBot.Core.Commands;

namespace TriageBot.Features.Help;

/// <summary>Writes <c>docs/commands.md</c>.</summary>
public static class CommandsPage
{
    private const string Head =
        """
        # Commands

        This page is written from the commands themselves. Change a command in its feature, then rewrite the page:
        `UPDATE_DOCS=1 dotnet test tests/TriageBot.Core.Tests`.

        Where a platform has slash commands of its own, these are they. Everywhere else they are typed. The first words without a name are the
        command's main option; named options stand in any order; quotes keep spaces together: `due:"today 16:00"`. What is in brackets below may be
        left out. A line that cannot be read is answered privately with what was wrong and a line that would work.

        Where all is named, as Discord shows it, a value reaches to the next name: `/urgent what:Acme cannot log in due:today 17:00`. Beside words
        without a name a date or a length is as many words as make one, a customer as many as are the name of one, a text after the main option
        reaches to the next name, and any other value is one word: `/urgent Acme cannot log in due:today 17:00 if-it-waits:they leave`. Quotes say
        it where that is not what you mean.

        """;

    public static string Write(CommandTree commands)
    {
        var page = new StringBuilder(Head).Append('\n');
        page.Append("| Command | Who | Does |\n| --- | --- | --- |\n");
        foreach (var command in commands.All) Line(page, $"[`/{command.Name}`](#{command.Name})", CommandWords.Who(command.Access), command.Summary);
        foreach (var command in commands.All) Section(page, command);
        return page.ToString();
    }

    private static void Section(StringBuilder page, CommandSpec command)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## /{command.Name}\n\n{command.Summary}. For {CommandWords.Who(command.Access)}.\n");
        page.Append(CultureInfo.InvariantCulture, $"\n`{CommandWords.Usage(command)}`\n");
        if (command.Details.Length > 0) page.Append(CultureInfo.InvariantCulture, $"\n{command.Details}\n");
        if (!command.Options.IsEmpty)
        {
            page.Append("\n| Option | Takes | Meaning |\n| --- | --- | --- |\n");
            foreach (var option in command.Options) Line(page, $"`{option.Name}`", CommandWords.Expects(option), option.Summary);
        }

        page.Append(CultureInfo.InvariantCulture, $"\n```text\n{string.Join('\n', command.Examples)}\n```\n");
    }

    private static void Line(StringBuilder page, params IEnumerable<string> cells) =>
        page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
}
