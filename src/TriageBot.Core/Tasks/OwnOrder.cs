using System.Collections.Immutable;
using System.Globalization;

namespace TriageBot.Core.Tasks;

/// <summary>The order in which an owner wants to do some tasks on one logical day: these first, all others behind them (rule O5).</summary>
public sealed record OwnOrder(ImmutableArray<long> Numbers)
{
    public const int NotPinned = int.MaxValue;

    public static OwnOrder None { get; } = new([]);

    /// <summary>From 0; null for a task that is not pinned.</summary>
    public int? PlaceOf(long number) => Numbers.IndexOf(number) is var place && place >= 0 ? place : null;

    /// <summary>As stored: "14 12".</summary>
    public static OwnOrder Parse(string text) =>
        new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))]);

    public override string ToString() => string.Join(' ', Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public bool Equals(OwnOrder? other) => other is not null && Numbers.SequenceEqual(other.Numbers);

    public override int GetHashCode() => Numbers.Aggregate(0, HashCode.Combine);
}
