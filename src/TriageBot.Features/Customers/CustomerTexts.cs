using TriageBot.Core.Chat;

namespace TriageBot.Features.Customers;

/// <summary>What is said about customers.</summary>
internal static class CustomerTexts
{
    public static readonly ReplyText Head = new("customer.head", "name", "facts");
    public static readonly ReplyText Contact = new("customer.contact", "contact");
    public static readonly ReplyText LastContact = new("customer.last-contact", "when");
    public static readonly ReplyText NoContact = new("customer.no-contact");
    public static readonly ReplyText Time = new("customer.time", "days", "time");
    public static readonly ReplyText Open = new("customer.open", "count");
    public static readonly ReplyText NothingOpen = new("customer.nothing-open");
    public static readonly ReplyText MoreOpen = new("customer.more-open", "count");
    public static readonly ReplyText Notes = new("customer.notes");
    public static readonly ReplyText Note = new("customer.note", "day", "member", "note");
    public static readonly ReplyText Matter = new("customer.matter", "number", "what", "state");
    public static readonly ReplyText Hidden = new("customer.hidden", "number");
    public static readonly ReplyText Added = new("customer.added");
    public static readonly ReplyText AddTakenBack = new("customer.add-taken-back", "name");
    public static readonly ReplyText AlsoAlike = new("customer.also-alike", "near", "example");
    public static readonly ReplyText Already = new("customer.already", "name");
    public static readonly ReplyText AlreadyAs = new("customer.already-as", "typed", "name");
    public static readonly ReplyText LeftOut = new("customer.left-out", "who");
    public static readonly ReplyText Changed = new("customer.changed");
    public static readonly ReplyText EditTakenBack = new("customer.edit-taken-back");
    public static readonly ReplyText Unchanged = new("customer.unchanged");
    public static readonly ReplyText Noted = new("customer.noted");
    public static readonly ReplyText Renamed = new("customer.renamed", "old", "items");
    public static readonly ReplyText RenamedBack = new("customer.renamed-back", "old");
    public static readonly ReplyText NameTaken = new("customer.name-taken", "typed", "name", "example");
    public static readonly ReplyText AskMerge = new("customer.ask-merge", "from", "into", "open");
    public static readonly ReplyText Merged = new("customer.merged", "from", "items");
    public static readonly ReplyText Kept = new("customer.kept", "from", "into");
    public static readonly ReplyText SameOne = new("customer.same-one", "name");
    public static readonly ReplyText Stale = new("customer.stale");
    public static readonly ReplyText Gone = new("customer.gone");
    public static readonly ReplyText Missing = new("customer.missing", "what", "typed", "example");
    public static readonly ReplyText NotKnown = new("customer.not-known", "typed");
    public static readonly ReplyText DidYouMean = new("customer.did-you-mean", "typed", "near");
    public static readonly ReplyText List = new("customer.list", "count", "page");
    public static readonly ReplyText ListLine = new("customer.list-line", "name", "facts");
    public static readonly ReplyText ListEmpty = new("customer.list-empty");

    public static IEnumerable<ReplyText> All =>
    [
        Head, Contact, LastContact, NoContact, Time, Open, NothingOpen, MoreOpen, Notes, Note, Matter, Hidden, Added, AddTakenBack, AlsoAlike, Already, AlreadyAs, LeftOut, Changed,
        EditTakenBack, Unchanged, Noted, Renamed, RenamedBack, NameTaken, AskMerge, Merged, Kept, SameOne, Stale, Gone, Missing, NotKnown, DidYouMean, List, ListLine, ListEmpty,
    ];
}
