using System.Collections.Concurrent;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>A command or message that the chat has answered.</summary>
/// <param name="Number">Of the item that the answer names; null for plain messages.</param>
internal sealed record Said(string Person, string EventId, string Where, string Text, long? Number);

/// <summary>A choice of the owner in a drain that the chat has answered.</summary>
/// <param name="State">State of the urgent message after it, as stored.</param>
/// <param name="Words">What the owner wrote to the requester; null when the bot tells by itself.</param>
internal sealed record Decided(long Number, string State, string? Words);

/// <summary>Everything that was acknowledged to anybody.</summary>
internal sealed class Acknowledged
{
    public ConcurrentQueue<Said> Urgents { get; } = [];

    public ConcurrentQueue<Said> Tasks { get; } = [];

    public ConcurrentQueue<Said> Talk { get; } = [];

    public ConcurrentQueue<Decided> Decisions { get; } = [];

    /// <summary>Answers that nobody who did what these people do should get.</summary>
    public ConcurrentQueue<string> Surprises { get; } = [];
}
