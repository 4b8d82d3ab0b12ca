using NodaTime;

namespace TriageBot.Core.Promises;

/// <summary>How long like matters took, in the working time of their service level (rule C7).</summary>
/// <param name="Finished">From opened or given to solved or done.</param>
/// <param name="Open">Ages of those that are not finished.</param>
public sealed record LikeMatters(IReadOnlyCollection<Duration> Finished, IReadOnlyCollection<Duration> Open)
{
    public static LikeMatters None { get; } = new([], []);
}

/// <summary>Minutes of work until a promise is due, and the room there is for them (rule C7).</summary>
/// <param name="Load">What is to be done until then, this promise among it, as long as things really take.</param>
/// <param name="Room">Working time until then without fixed times and without the buffer.</param>
public sealed record PromiseLoad(int Load, int Room)
{
    public bool IsTooMuch => Load > Room;
}

/// <summary>On what a promise is given; stored with it.</summary>
/// <param name="Count">Like matters that were looked at.</param>
/// <param name="Usual">85th percentile of what they took; null where there are too few.</param>
/// <param name="Available">Working time of the service level until it is due.</param>
/// <param name="Load">Null where nothing is known of it; of a maker without a plan of their own it is the estimate and the working time.</param>
public sealed record PromiseBasis(int Count, Duration? Usual, Duration Available, PromiseLoad? Load)
{
    public bool IsTooSoon => Usual is { } usual && Available < usual;

    public bool HasWarning => IsTooSoon || Load is { IsTooMuch: true };
}

/// <summary>The guard of a promise (rule C7): it warns, and never blocks.</summary>
public static class PromiseGuard
{
    /// <summary>Fewer say nothing.</summary>
    public const int FewestLike = 8;

    private const int Percent = 85;

    public static PromiseBasis Judge(LikeMatters like, Duration available, PromiseLoad? load)
    {
        var known = Known(like);
        return new PromiseBasis(known.Count, known.Count < FewestLike ? null : Percentile(known), available, load);
    }

    /// <summary>
    /// What is known of like matters, the shortest first. An open one took at least its age, which says something once it is slow: older than the median of the finished ones.
    /// A young one says nothing yet, and would make matters look shorter than they are.
    /// </summary>
    private static List<Duration> Known(LikeMatters like)
    {
        var finished = like.Finished.Order().ToList();
        var median = finished.Count == 0 ? Duration.Zero : finished[(finished.Count - 1) / 2];
        return [.. finished.Concat(like.Open.Where(age => age > median)).Order()];
    }

    /// <summary>The smallest that at least so many per cent do not exceed (nearest rank).</summary>
    private static Duration Percentile(List<Duration> sorted) => sorted[(((sorted.Count * Percent) + 99) / 100) - 1];
}
