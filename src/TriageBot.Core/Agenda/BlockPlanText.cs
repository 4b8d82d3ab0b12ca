using System.Collections.Immutable;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>An owner's blocks as they are stored and shown: "billing Thu 10:00–12:00; customers Mon–Fri 09:00–10:00".</summary>
public static class BlockPlanText
{
    public static string Print(IEnumerable<Block> blocks) => string.Join("; ", blocks.Select(block => $"{block.Function} {block.Hours}"));

    /// <summary>Reads what <see cref="Print"/> wrote.</summary>
    /// <exception cref="FormatException">It was not written by it.</exception>
    public static ImmutableArray<Block> Parse(string stored) =>
        [.. stored.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseBlock)];

    /// <summary>The plan with one block set, by name; without hours it is taken away.</summary>
    public static ImmutableArray<Block> With(IEnumerable<Block> blocks, Block block) =>
        [.. blocks.Where(each => each.Function != block.Function).Concat(block.Hours.IsEmpty ? [] : [block]).OrderBy(each => each.Function, StringComparer.Ordinal)];

    /// <summary>A function as it is stored: one word in lower case; null when it cannot be one.</summary>
    public static string? ReadFunction(string typed)
    {
        var word = typed.Trim().ToLowerInvariant();
        return word.Length is > 0 and <= Block.LongestFunction && word.All(symbol => char.IsLetterOrDigit(symbol) || symbol is '-' or '_') ? word : null;
    }

    private static Block ParseBlock(string stored) =>
        stored.Split(' ', 2) is [var function, var hours] && WeekHours.Read(hours) is ParseOutcome<WeekHours>.Success read
            ? new Block(function, read.Value)
            : throw new FormatException($"The stored block '{stored}' cannot be read.");
}
