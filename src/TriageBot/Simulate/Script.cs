using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Simulate;

/// <summary>A day as a script, read and checked as far as that is possible without playing it.</summary>
/// <param name="File">As it was given; problems are reported under this name.</param>
/// <param name="Channels">Every channel that the script names, and the two of a new workspace; without the #.</param>
/// <param name="Start">The first <c>at</c>.</param>
public sealed record Script(
    string File,
    DateTimeZone Zone,
    ImmutableArray<ScriptPerson> People,
    ImmutableArray<string> Channels,
    Instant Start,
    ImmutableArray<ScriptStep> Steps)
{
    /// <summary>What a message can hold on the screens of this team.</summary>
    public ChatCapabilities Capabilities { get; init; } = ChatCapabilities.Roomy;
}

public sealed record ScriptPerson(string Name, bool IsOwner = false, bool IsAdmin = false);

/// <summary>One line of a script.</summary>
/// <param name="Line">From 1.</param>
public abstract record ScriptStep(int Line)
{
    /// <summary>Moves the clock; everything due on the way happens at its own time.</summary>
    public sealed record At(int Line, Instant Time) : ScriptStep(Line);

    /// <param name="Channel">Without the #; null for the private conversation.</param>
    public sealed record Say(int Line, string Who, string? Channel, string Text) : ScriptStep(Line);

    /// <param name="Label">Of a button, or of a choice in a select.</param>
    public sealed record Press(int Line, string Who, string Label, long? Item) : ScriptStep(Line);

    public sealed record Fill(int Line, string Who, ImmutableDictionary<string, string> Values) : ScriptStep(Line);

    /// <param name="Part">Of the text of the message whose menu is used.</param>
    public sealed record Menu(int Line, string Who, string Entry, string Part) : ScriptStep(Line);

    /// <param name="Where">A person, or a channel with its #.</param>
    public sealed record Expect(int Line, string Where, string Text) : ScriptStep(Line);

    public sealed record ExpectNone(int Line, string Where) : ScriptStep(Line);
}

/// <summary>A script that cannot be read or played.</summary>
public sealed class ScriptException(string file, int line, string problem) : Exception($"{file}:{line}: {problem}");
