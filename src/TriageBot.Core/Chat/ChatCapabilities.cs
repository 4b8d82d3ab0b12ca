namespace TriageBot.Core.Chat;

/// <summary>What one message of a platform can hold. What is too long for it is shortened before it is sent, never refused (rule A11).</summary>
public sealed record ChatCapabilities
{
    /// <summary>No limits worth keeping: the local chat.</summary>
    public static ChatCapabilities Roomy { get; } = new();

    /// <summary>Most characters of one message, as <see cref="LengthOf"/> counts them.</summary>
    public int TextLength { get; init; } = 200_000;

    /// <summary>Characters that fit into one line of its readers' screens; longer lines are broken by the platform.</summary>
    public int LineLength { get; init; } = 160;

    /// <summary>Most rows of controls in one message: five buttons or one select fill a row.</summary>
    public int ControlRows { get; init; } = 20;

    /// <summary>Most bytes of one file.</summary>
    public int FileBytes { get; init; } = 1 << 30;

    /// <summary>Places to which messages can be on their way at one time; those to one place always go one after the other.</summary>
    public int PlacesAtOnce { get; init; } = 1;

    /// <summary>How many characters a run takes when it is sent: markup that neutralises what was typed counts too.</summary>
    public Func<TextRun, int> LengthOf { get; init; } = static run => run.Text.Length;

    public int LengthOfText(RichText text) => text.Runs.Sum(LengthOf);
}
