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

    /// <summary>"1 task, 3 promises", without what there is none of; "nothing" where there is none of anything.</summary>
    public static ReplyValue Counts(params ReadOnlySpan<(int Count, string One, string Many)> counts)
    {
        var named = new List<string>();
        foreach (var (count, one, many) in counts)
        {
            if (count > 0) named.Add($"{count} {(count == 1 ? one : many)}");
        }

        return ReplyValue.Words(named.Count == 0 ? "nothing" : string.Join(", ", named));
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
