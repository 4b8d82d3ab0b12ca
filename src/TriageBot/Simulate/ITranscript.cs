using NodaTime;

namespace TriageBot.Simulate;

/// <summary>Where a played day is written to.</summary>
internal interface ITranscript
{
    /// <param name="deed">A person and what they did, as a line.</param>
    void Write(Instant at, string deed);

    void Write(Shown shown);
}
