using System.Security.Cryptography;
using System.Text;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Forget;

/// <summary>How the card that asks is put together.</summary>
internal static class ForgetLines
{
    private const int MostItems = 8;
    private const int LongestTitle = 30;
    private const int LongestLabel = 60;

    public static ReplyValue Items(IReadOnlyList<OpenItem> items)
    {
        var text = RichText.Empty;
        foreach (var (index, item) in items.Take(MostItems).Index())
        {
            text = text.Then($"{(index == 0 ? "" : ", ")}#{item.Number} ").Then(new TextRun(RunKind.Typed, Say.Shorten(item.What, LongestTitle)));
        }

        return items.Count > MostItems ? text.Then($" and {items.Count - MostItems} more") : text;
    }

    public static ReplyValue Numbers(IReadOnlyCollection<long> numbers) => ReplyValue.Words(
        string.Join(", ", numbers.Take(MostItems).Select(number => $"#{number}")) + (numbers.Count > MostItems ? $" and {numbers.Count - MostItems} more" : ""));

    /// <summary>What was shown is in the button: it erases that, or nothing (rule X4).</summary>
    public static string MarkOf(RichText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToPlainText())).AsSpan(0, 8));

    public static Card Ask(RichText text, ControlId confirm, string name) => new(
        text,
        [
            new Button(confirm.ToString(), $"Forget {Say.Shorten(name, LongestLabel)}", ButtonStyle.Danger),
            new Button(new ControlId(ForgetVerbs.Cancel).ToString(), "Cancel"),
        ]);

    public static ReplyText NotErased(Workspace workspace) => workspace.Platform == "local" ? ForgetTexts.NotErasedLocal : ForgetTexts.NotErased;
}
