using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TriageBot.Core.Chat;

/// <summary>One message of the bot: text and the controls below it.</summary>
/// <param name="Item">Number of the item the card shows, if it shows one.</param>
public sealed record Card(RichText Text, ImmutableArray<Control> Controls = default, long? Item = null)
{
    /// <summary>Whom this message may ping. Nobody else is pinged, whatever the text says (rule X6).</summary>
    public ImmutableArray<MemberId> Mentions { get; init; } = [];

    /// <summary>Title of a thread to open below this message, where the platform has threads and is set up to use them; null for none.</summary>
    public string? Thread { get; init; }

    public ImmutableArray<Control> Controls { get; init; } = Controls.IsDefault ? [] : Controls;

    /// <summary>Files for whoever sees it. Only an answer that is not kept has some: none is ever stored.</summary>
    [JsonIgnore]
    public ImmutableArray<CardFile> Files { get; init; } = [];
}

public enum ButtonStyle
{
    Normal,

    /// <summary>The likeliest choice; at most one in a card.</summary>
    Primary,

    /// <summary>Takes something away.</summary>
    Danger,
}

/// <summary>Something to press or choose from. Ids are at most 100 characters, unique within a card, and work for ever (rule X4).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Select), "select")]
public abstract record Control(string Id);

/// <param name="Label">1–80 characters.</param>
public sealed record Button(string Id, string Label, ButtonStyle Style = ButtonStyle.Normal) : Control(Id);

/// <param name="Label">What is chosen here, at most 150 characters.</param>
/// <param name="Choices">1–25 choices.</param>
public sealed record Select(string Id, string Label, ImmutableArray<Choice> Choices) : Control(Id);

/// <param name="Value">At most 100 characters.</param>
/// <param name="Label">At most 100 characters.</param>
public sealed record Choice(string Value, string Label);

/// <summary>Questions answered together; shown at once after a control was pressed or a command typed.</summary>
/// <param name="Id">As for controls, at most 100 characters.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Fields">1–5 fields.</param>
public sealed record Form(string Id, string Title, ImmutableArray<FormField> Fields, long? Item = null)
{
    /// <summary>What was wrong with it as it was filled in; null for a form that was not sent yet.</summary>
    public FormProblem? Problem { get; init; }
}

/// <param name="Field">Name of the field that it is about.</param>
public sealed record FormProblem(string Field, RichText Sentence);

/// <param name="Name">Name under which the value comes back.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Initial">Text to start from.</param>
/// <param name="Required">Always stored: left out, it would be read back as true.</param>
public sealed record FormField(
    string Name,
    string Label,
    string Initial = "",
    bool Multiline = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool Required = true,
    int MaxLength = 2000,
    string Hint = "");
