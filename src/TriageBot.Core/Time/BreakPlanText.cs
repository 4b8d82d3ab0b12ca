using System.Collections.Immutable;
using Outcome = TriageBot.Core.Time.ParseOutcome<System.Collections.Immutable.ImmutableArray<TriageBot.Core.Time.BreakWindow>>;

namespace TriageBot.Core.Time;

/// <summary>An owner's breaks as typed in <c>/breaks 10:30 15m, 12:30 30m</c>.</summary>
public static class BreakPlanText
{
    public const int MaxBreaks = 12;
    private const string Example = "10:30 15m, 12:30 30m";

    private static readonly char[] Separators = [',', ';', '\n'];

    /// <summary>In order of time; "none" means no breaks.</summary>
    public static Outcome Read(string text) => ReadEntries(text) switch
    {
        // More than one thing is wrong: the correction of the first would be refused too.
        Outcome.Problem wrong when ReadEntries(wrong.Example) is Outcome.Problem => wrong with { Example = Example },
        var outcome => outcome,
    };

    /// <summary>"10:30 15m, 12:30 30m"; "none" when there are none.</summary>
    public static string Print(IReadOnlyCollection<BreakWindow> plan) =>
        plan.Count == 0 ? "none" : string.Join(", ", plan.Select(window => window.ToString()));

    private static Outcome ReadEntries(string text)
    {
        if (text.Trim().Equals("none", StringComparison.OrdinalIgnoreCase)) return new Outcome.Success([]);
        var read = new List<(BreakWindow Break, int Position)>();
        foreach (var (entry, position) in Entries(text))
        {
            if (read.Count == MaxBreaks) return new Outcome.Problem($"At most {MaxBreaks} breaks a day.", position, Print(Sorted(read)));
            switch (BreakEntry.Read(entry))
            {
                case ParseOutcome<BreakWindow>.Success entryRead:
                    read.Add((entryRead.Value, position));
                    break;
                case ParseOutcome<BreakWindow>.Problem wrong:
                    var corrected = text[..position] + wrong.Example + text[(position + entry.Length)..];
                    return new Outcome.Problem(wrong.Sentence, position + wrong.Position, corrected);
            }
        }

        if (read.Count == 0) return new Outcome.Problem("There are no breaks here. For none at all write “none”.", 0, Example);
        return Overlap(read) is { } problem ? problem : new Outcome.Success(Sorted(read));
    }

    private static IEnumerable<(string Entry, int Position)> Entries(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOfAny(Separators, start);
            if (end < 0) end = text.Length;
            var untrimmed = text[start..end];
            var entry = untrimmed.TrimStart();
            if (entry.Length > 0) yield return (entry.TrimEnd(), end - entry.Length);
            start = end + 1;
        }
    }

    private static Outcome.Problem? Overlap(List<(BreakWindow Break, int Position)> read)
    {
        for (var second = 1; second < read.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (!read[first].Break.Overlaps(read[second].Break)) continue;
                var kept = Sorted(read.Where((_, index) => index != second));
                return new Outcome.Problem($"The breaks {read[first].Break} and {read[second].Break} overlap.", read[second].Position, Print(kept));
            }
        }

        return null;
    }

    private static ImmutableArray<BreakWindow> Sorted(IEnumerable<(BreakWindow Break, int Position)> read) =>
        [.. read.Select(entry => entry.Break).OrderBy(window => window.Start)];
}
