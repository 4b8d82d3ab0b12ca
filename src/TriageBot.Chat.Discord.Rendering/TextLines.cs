using System.Collections.Immutable;
using System.Text;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>Text as lines of markup that fit into a number of boxes, whole lines first; says what did not fit (rule A11).</summary>
/// <param name="Boxes">Markup, one for each box that was needed.</param>
/// <param name="IsCut">Something was left out; <paramref name="Boxes"/> says how much.</param>
internal sealed record TextLines(ImmutableArray<string> Boxes, bool IsCut)
{
    /// <summary>Room for the words about what was left out.</summary>
    private const int TailLength = 60;

    /// <param name="first">Most characters of the first box.</param>
    /// <param name="total">Most characters of all boxes together.</param>
    /// <param name="tail">Added to the words about what was left out.</param>
    public static TextLines Fit(RichText text, int first, int total, string tail)
    {
        var lines = Split(text);
        var filling = new Filling(first, total);
        var done = 0;
        while (done < lines.Count && filling.TryAdd(Markup(lines[done]), isLast: done == lines.Count - 1)) done++;
        if (done == lines.Count) return new TextLines(filling.Boxes(), IsCut: false);

        var words = MoreWords(lines, done, filling, tail);
        return new TextLines(filling.Boxes(words), IsCut: true);
    }

    /// <summary>A long line is begun; what remains is counted in lines, or in characters where it is the only one.</summary>
    private static string MoreWords(IReadOnlyList<IReadOnlyList<TextRun>> lines, int done, Filling filling, string tail)
    {
        var room = filling.Room - TailLength;
        var left = lines.Count - done;
        if (room > TailLength || done == 0)
        {
            var begun = Begin(lines[done], Math.Max(room, 1), out var characters);
            filling.Add(begun);
            if (left == 1) return $"+{characters} more characters{tail}";
            left--;
        }

        return $"+{left} more {(left == 1 ? "line" : "lines")}{tail}";
    }

    private static string Begin(IReadOnlyList<TextRun> line, int room, out int charactersLeft)
    {
        var begun = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            var markup = TextRenderer.Render(line[i]);
            if (begun.Length + markup.Length <= room)
            {
                begun.Append(markup);
                continue;
            }

            var shown = LongestStart(line[i], room - begun.Length);
            if (shown > 0) begun.Append(TextRenderer.Render(line[i] with { Text = line[i].Text[..shown] + "…" }));
            charactersLeft = line[i].Text.Length - shown + line.Skip(i + 1).Sum(run => run.Text.Length);
            return begun.ToString();
        }

        charactersLeft = 0;
        return begun.ToString();
    }

    /// <summary>How much of a run fits, in UTF-16 units, cut between what readers see as characters.</summary>
    private static int LongestStart(TextRun run, int room)
    {
        if (run.Kind is RunKind.Moment or RunKind.Person or RunKind.Link) return 0;
        var fits = 0;
        var tooMuch = run.Text.Length + 1;
        while (tooMuch - fits > 1)
        {
            var middle = (fits + tooMuch) / 2;
            if (TextRenderer.Render(run with { Text = run.Text[..middle] + "…" }).Length <= room) fits = middle;
            else tooMuch = middle;
        }

        return Cut.Before(run.Text, fits);
    }

    private static string Markup(IReadOnlyList<TextRun> line) => string.Concat(line.Select(TextRenderer.Render));

    private static List<IReadOnlyList<TextRun>> Split(RichText text)
    {
        var lines = new List<IReadOnlyList<TextRun>>();
        var line = new List<TextRun>();
        foreach (var run in text.Runs)
        {
            var parts = run.Text.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add(line);
                    line = [];
                }

                if (parts[i].Length > 0) Append(line, run with { Text = parts[i] });
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Neighbours that are emphasised are emphasised together: two pairs of marks beside each other would show as marks.</summary>
    private static void Append(List<TextRun> line, TextRun run)
    {
        if (run.Kind == RunKind.Strong && line is [.., { Kind: RunKind.Strong } before]) line[^1] = before with { Text = before.Text + run.Text };
        else line.Add(run);
    }

    /// <summary>Boxes being filled from the first on; the last one keeps room for a tail.</summary>
    private sealed class Filling(int first, int total)
    {
        private readonly List<StringBuilder> boxes = [new()];

        /// <summary>Of the box being filled, with the line break that comes before.</summary>
        public int Room => Math.Min(first - boxes[^1].Length, total - boxes.Sum(box => box.Length)) - 1;

        public bool TryAdd(string line, bool isLast)
        {
            var needed = line.Length + (isLast ? 0 : TailLength);
            if (needed > Room && boxes.Count == 1 && line.Length <= first && boxes[0].Length > 0 && total - boxes[0].Length > needed) boxes.Add(new StringBuilder());
            if (needed > Room) return false;
            Add(line);
            return true;
        }

        public void Add(string line)
        {
            if (boxes[^1].Length > 0 || boxes.Count == 1 && hasLine) boxes[^1].Append('\n');
            boxes[^1].Append(line);
            hasLine = true;
        }

        private bool hasLine;

        public ImmutableArray<string> Boxes(string? tail = null)
        {
            if (tail is not null) Add(tail);
            return [.. boxes.Select(box => box.ToString())];
        }
    }
}
