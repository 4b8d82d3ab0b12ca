namespace TriageBot.Core.Commands;

/// <summary>One piece of a typed line between spaces: a named option with its value, or a piece of ordinary text.</summary>
/// <param name="End">Just after its last character.</param>
/// <param name="Option">Null for ordinary text.</param>
/// <param name="Value">Without the option's name, and without quotes when <paramref name="Quoted"/>.</param>
/// <param name="ValueStart">Where the value begins, its quote included.</param>
/// <param name="Quoted">It was one quoted text and nothing else.</param>
internal sealed record TypedWord(int Start, int End, OptionSpec? Option, string Value, int ValueStart, bool Quoted);
