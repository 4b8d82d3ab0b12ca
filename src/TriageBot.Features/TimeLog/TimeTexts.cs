using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.TimeLog;

/// <summary>What is said about time spent.</summary>
internal static class TimeTexts
{
    public static readonly ReplyText Logged = new("time.logged", "entry", "day", "total");
    public static readonly ReplyText Undone = new("time.undone", "entry");
    public static readonly ReplyText Entry = new("time.entry", "minutes", "function", "customer", "item", "unplanned");
    public static readonly ReplyText EntryRunning = new("time.entry-running", "since", "function", "customer", "item");
    public static readonly ReplyText EntryAsked = new("time.entry-asked", "function", "customer", "item");
    public static readonly ReplyText EntryUnplanned = new("time.entry-unplanned");
    public static readonly ReplyText NewFunction = new("time.new-function", "function", "functions");
    public static readonly ReplyText Changed = new("time.changed", "entry");

    public static readonly ReplyText Day = new("time.day", "day", "total", "sums");
    public static readonly ReplyText DayEmpty = new("time.day-empty", "day");
    public static readonly ReplyText Unlogged = new("time.unlogged", "minutes", "working");
    public static readonly ReplyText More = new("time.more", "count");

    public static readonly ReplyText NeedsMinutes = new("time.needs-minutes", "typed");
    public static readonly ReplyText BadMinutes = new("time.bad-minutes", "typed");
    public static readonly ReplyText NeedsFunction = new("time.needs-function", "typed");

    public static readonly ReplyText Started = new("time.started", "since");
    public static readonly ReplyText Running = new("time.running", "since");
    public static readonly ReplyText Stopped = new("time.stopped", "entry");
    public static readonly ReplyText CountedApart = new("time.counted-apart", "entry");
    public static readonly ReplyText NotRunning = new("time.not-running", "number");
    public static readonly ReplyText NotOpen = new("time.not-open", "number");
    public static readonly ReplyText Finished = new("time.finished", "entry");

    public static readonly ReplyText Forgotten = new("time.forgotten", "number", "since");
    public static readonly ReplyText Answered = new("time.answered", "entry");
    public static readonly ReplyText AskBreak = new("time.ask-break");

    public static ImmutableArray<ReplyText> All =>
    [
        Logged, Undone, Entry, EntryRunning, EntryAsked, EntryUnplanned, NewFunction, Changed, Day, DayEmpty, Unlogged, More, NeedsMinutes, BadMinutes, NeedsFunction,
        Started, Running, Stopped, CountedApart, NotRunning, NotOpen, Finished, Forgotten, Answered, AskBreak,
    ];
}
