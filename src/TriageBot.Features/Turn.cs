using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features;

/// <summary>One incoming message being answered, inside its unit of work.</summary>
public sealed class Turn(UnitOfWork unit, Member author, Incoming incoming)
{
    public UnitOfWork Unit { get; } = unit;

    /// <summary>Who acts, as the database knows them in this transaction.</summary>
    public Member Author { get; } = author;

    public Incoming Incoming { get; } = incoming;

    public DbSession Db => Unit.Db;

    public Workspace Workspace => Unit.Workspace;

    public Instant Now => Unit.Now;

    public Actor Actor => new(Author.Id, Author.IsOwner, Author.IsAdmin);

    /// <summary>The zone in which the author reads and types times (rule T1).</summary>
    public DateTimeZone AuthorZone => Author.ZoneOr(Workspace);

    /// <summary>Name of the command; empty for everything else.</summary>
    public string Command { get; init; } = "";

    /// <summary>False where the answer only looks: nothing can be kept then.</summary>
    public bool MayKeep { get; init; } = true;

    /// <summary>Values of a command's options or of a form's fields.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The control or form used; a blank one for commands.</summary>
    public ControlId Control { get; init; } = new("");

    /// <summary>What was chosen in a select; of a command that is done again, what its first time made (<see cref="Dates.DateQuestions.OtherAsync"/>); empty for everything else.</summary>
    public string Choice { get; init; } = "";

    /// <summary>The item that a command's <c>id</c> names: checked and put in this form when the command was read; 0 where none is named.</summary>
    public long Number => long.Parse(Value("id") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>What was typed, whole, for sentences that give it back.</summary>
    public (string Name, ReplyValue Value) Typed => ("typed", ReplyValue.Typed(TypedText.Of(Incoming.Body)));

    /// <summary>The same person doing something else in the same unit of work: what a button stands for.</summary>
    public Turn Doing(IncomingBody body, string command = "", IReadOnlyDictionary<string, string>? values = null, ControlId? control = null, string choice = "") =>
        new(Unit, Author, Incoming with { Body = body })
        {
            Command = command,
            Values = values ?? ImmutableDictionary<string, string>.Empty,
            Control = control ?? new ControlId(""),
            Choice = choice,
        };

    /// <summary>The value of an option or field, null when it was left out or blank.</summary>
    public string? Value(string name) => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A moment as the author reads it (rules T1, T8).</summary>
    public ReplyValue At(Instant moment) => Say.Moment(moment, Now, AuthorZone, Workspace.TimeZone);
}
