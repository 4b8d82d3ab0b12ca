using System.Globalization;

namespace TriageBot.Core.Chat;

/// <summary>The last resort for what is too long for a platform: a sent message that ends early is better than none (rule A11).</summary>
public static class RichTextCut
{
    private const string Ellipsis = "…";

    /// <summary>The text itself where it fits; else its beginning, cut between what a reader sees as characters.</summary>
    public static RichText To(RichText text, ChatCapabilities capabilities)
    {
        if (capabilities.LengthOfText(text) <= capabilities.TextLength) return text;
        var left = capabilities.TextLength - Ellipsis.Length;
        var kept = RichText.Empty;
        foreach (var run in text.Runs)
        {
            if (capabilities.LengthOf(run) is var length && length <= left)
            {
                kept = new RichText(kept.Runs.Add(run));
                left -= length;
                continue;
            }

            kept = new RichText(kept.Runs.Add(Cut(run, left, capabilities)));
            break;
        }

        return kept.Then(Ellipsis);
    }

    private static TextRun Cut(TextRun run, int room, ChatCapabilities capabilities)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(run.Text, end) is var next && next > 0
            && capabilities.LengthOf(run with { Text = run.Text[..(end + next)] }) <= room)
        {
            end += next;
        }

        return run with { Text = run.Text[..end] };
    }
}
