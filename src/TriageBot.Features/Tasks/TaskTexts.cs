using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>What is said about tasks and the someday-maybe list.</summary>
internal static class TaskTexts
{
    public static readonly ReplyText Added = new("task.added", "number", "what");
    public static readonly ReplyText Shown = new("task.shown", "number", "what");
    public static readonly ReplyText Finished = new("task.finished", "number", "what");
    public static readonly ReplyText Dropped = new("task.dropped", "number", "what");
    public static readonly ReplyText Shelved = new("task.shelved", "number", "what", "day");
    public static readonly ReplyText Kept = new("task.kept", "number", "what", "day");
    public static readonly ReplyText DidKeep = new("task.did-keep");
    public static readonly ReplyText Restored = new("task.restored", "number", "what");
    public static readonly ReplyText Planned = new("task.planned", "number", "what");
    public static readonly ReplyText DueSet = new("task.due-set", "number", "what");
    public static readonly ReplyText Edited = new("task.edited", "number", "what");
    public static readonly ReplyText Undone = new("task.undone", "number", "what");
    public static readonly ReplyText Repeats = new("task.repeats", "number", "what");
    public static readonly ReplyText Paused = new("task.paused", "number", "what");
    public static readonly ReplyText Skipped = new("task.skipped", "number", "what");
    public static readonly ReplyText Judged = new("task.judged", "number", "what");
    public static readonly ReplyText JudgedByRule = new("task.judged-by-rule", "number", "what");
    public static readonly ReplyText Declined = new("task.declined", "number", "what");
    public static readonly ReplyText UndoTooLate = new("task.undo-too-late", "number", "what", "time", "instead");
    public static readonly ReplyText InsteadRestore = new("task.instead-restore");
    public static readonly ReplyText InsteadMove = new("task.instead-move", "number");
    public static readonly ReplyText InsteadDue = new("task.instead-due", "number");
    public static readonly ReplyText InsteadEdit = new("task.instead-edit", "number");
    public static readonly ReplyText InsteadJudge = new("task.instead-judge", "number");
    public static readonly ReplyText InsteadNothing = new("task.instead-nothing");
    public static readonly ReplyText Same = new("task.same", "number", "what");
    public static readonly ReplyText Closed = new("task.closed", "number", "what", "state");
    public static readonly ReplyText StateDone = new("task.state-done");
    public static readonly ReplyText StateDropped = new("task.state-dropped");
    public static readonly ReplyText Stale = new("task.stale", "number", "what", "member", "change", "time");
    public static readonly ReplyText DidFinish = new("task.did-finish");
    public static readonly ReplyText DidDrop = new("task.did-drop");
    public static readonly ReplyText DidShelve = new("task.did-shelve");
    public static readonly ReplyText DidRestore = new("task.did-restore");
    public static readonly ReplyText DidPlan = new("task.did-plan");
    public static readonly ReplyText DidSetDue = new("task.did-set-due");
    public static readonly ReplyText DidEdit = new("task.did-edit");
    public static readonly ReplyText DidJudge = new("task.did-judge");
    public static readonly ReplyText DidJudgeByRule = new("task.did-judge-by-rule");
    public static readonly ReplyText DidDecline = new("task.did-decline");
    public static readonly ReplyText DidUndo = new("task.did-undo");
    public static readonly ReplyText DidRepeat = new("task.did-repeat");
    public static readonly ReplyText DidPause = new("task.did-pause");
    public static readonly ReplyText DidSkip = new("task.did-skip");

    public static readonly ReplyText FactDue = new("task.fact-due", "day");
    public static readonly ReplyText FactDo = new("task.fact-do", "day");
    public static readonly ReplyText FactAt = new("task.fact-at", "day");
    public static readonly ReplyText NoTime = new("task.no-time", "typed", "what");
    public static readonly ReplyText FactEstimate = new("task.fact-estimate", "minutes");
    public static readonly ReplyText FactValue = new("task.fact-value", "value");
    public static readonly ReplyText FactFor = new("task.fact-for", "member");
    public static readonly ReplyText FactFrom = new("task.fact-from", "member");
    public static readonly ReplyText FactImportant = new("task.fact-important");
    public static readonly ReplyText FactNotImportant = new("task.fact-not-important");
    public static readonly ReplyText FactUntriaged = new("task.fact-untriaged");
    public static readonly ReplyText FactPinned = new("task.fact-pinned");
    public static readonly ReplyText FactPrivate = new("task.fact-private");
    public static readonly ReplyText FactStops = new("task.fact-stops");
    public static readonly ReplyText FactDeferred = new("task.fact-deferred", "day");
    public static readonly ReplyText FactDeferredPastDue = new("task.fact-deferred-past-due", "day");
    public static readonly ReplyText Line = new("task.line", "place", "number", "what", "facts");
    public static readonly ReplyText LineHidden = new("task.line-hidden", "place", "what");

    public static readonly ReplyText NotSaved = new("task.not-saved", "what");
    public static readonly ReplyText TypedInPublic = new("task.typed-in-public");
    public static readonly ReplyText NotJudged = new("task.not-judged");
    public static readonly ReplyText TimeLeftOut = new("task.time-left-out");
    public static readonly ReplyText Repeating = new("task.repeating");
    public static readonly ReplyText DayOver = new("task.day-over");
    public static readonly ReplyText NothingToEdit = new("task.nothing-to-edit", "number");

    public static readonly ReplyText DoneNumbers = new("task.done-numbers", "typed");

    public static readonly ReplyText Assigned = new("task.assigned", "member", "number", "what");
    public static readonly ReplyText TakenAway = new("task.taken-away", "member", "number", "what");
    public static readonly ReplyText HandedOn = new("task.handed-on", "member", "number", "what", "assignee");
    public static readonly ReplyText TellDeclined = new("task.tell-declined", "member", "number", "what");
    public static readonly ReplyText TellFinished = new("task.tell-finished", "member", "number", "what");
    public static readonly ReplyText TellDropped = new("task.tell-dropped", "member", "number", "what");
    public static readonly ReplyText TellShelved = new("task.tell-shelved", "member", "number", "what");
    public static readonly ReplyText TellPostponed = new("task.tell-postponed", "member", "number", "what", "day");
    public static readonly ReplyText TellReopened = new("task.tell-reopened", "member", "number", "what");


    public static readonly ReplyText SomedayAdded = new("someday.added", "number", "what", "day");
    public static readonly ReplyText SomedayList = new("someday.list", "count", "page");
    public static readonly ReplyText SomedayLine = new("someday.line", "number", "what");
    public static readonly ReplyText SomedayEmpty = new("someday.empty");
    public static readonly ReplyText SomedayListPrivate = new("someday.list-private", "count", "page");
    public static readonly ReplyText SomedayEmptyPrivate = new("someday.empty-private");

    public static ImmutableArray<ReplyText> All =>
    [
        Added, Shown, Finished, Dropped, Shelved, Kept, DidKeep, Restored, Planned, DueSet, Edited, Undone, Repeats, Paused, Skipped, Same, Closed, StateDone, StateDropped, Stale,
        DidFinish, DidDrop, DidShelve, DidRestore, DidPlan, DidSetDue, DidEdit, DidUndo, DidRepeat, DidPause, DidSkip,
        FactDue, FactDo, FactAt, NoTime, FactEstimate, FactFor, FactFrom, FactImportant, FactNotImportant, FactUntriaged,
        FactPinned, FactPrivate, FactStops, FactDeferred, FactDeferredPastDue, Line, LineHidden,
        NotSaved, TypedInPublic, NotJudged, TimeLeftOut, Repeating, DayOver, NothingToEdit, DoneNumbers,
        Assigned, TakenAway, TellFinished, TellDropped, TellShelved, TellPostponed, TellReopened,
        Judged, JudgedByRule, Declined, UndoTooLate, InsteadRestore, InsteadMove, InsteadDue, InsteadEdit, InsteadJudge, InsteadNothing,
        DidJudge, DidJudgeByRule, DidDecline, FactValue, TellDeclined, HandedOn, SomedayAdded, SomedayList, SomedayLine, SomedayEmpty, SomedayListPrivate, SomedayEmptyPrivate,
    ];

    /// <summary>The echo of a change.</summary>
    public static ReplyText EchoOf(TaskChangeKind kind) => kind switch
    {
        TaskChangeKind.Finished => Finished,
        TaskChangeKind.Dropped => Dropped,
        TaskChangeKind.Shelved => Shelved,
        TaskChangeKind.Kept => Kept,
        TaskChangeKind.Restored => Restored,
        TaskChangeKind.Planned => Planned,
        TaskChangeKind.DueSet => DueSet,
        TaskChangeKind.Edited => Edited,
        TaskChangeKind.Undone => Undone,
        TaskChangeKind.Repeated => Repeats,
        TaskChangeKind.Paused => Paused,
        TaskChangeKind.Skipped => Skipped,
        TaskChangeKind.Judged => Judged,
        TaskChangeKind.JudgedByRule => JudgedByRule,
        TaskChangeKind.Declined => Declined,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of change."),
    };

    /// <summary>What somebody did, after their name.</summary>
    public static ReplyText DidOf(TaskChangeKind kind) => kind switch
    {
        TaskChangeKind.Finished => DidFinish,
        TaskChangeKind.Dropped => DidDrop,
        TaskChangeKind.Shelved => DidShelve,
        TaskChangeKind.Kept => DidKeep,
        TaskChangeKind.Restored => DidRestore,
        TaskChangeKind.Planned => DidPlan,
        TaskChangeKind.DueSet => DidSetDue,
        TaskChangeKind.Edited => DidEdit,
        TaskChangeKind.Undone => DidUndo,
        TaskChangeKind.Repeated => DidRepeat,
        TaskChangeKind.Paused => DidPause,
        TaskChangeKind.Skipped => DidSkip,
        TaskChangeKind.Judged => DidJudge,
        TaskChangeKind.JudgedByRule => DidJudgeByRule,
        TaskChangeKind.Declined => DidDecline,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of change."),
    };

    /// <summary>What works once a change is too old to be undone.</summary>
    public static ReplyText InsteadOf(TaskChangeKind kind) => kind switch
    {
        TaskChangeKind.Finished or TaskChangeKind.Dropped or TaskChangeKind.Declined or TaskChangeKind.Skipped => InsteadRestore,
        TaskChangeKind.Shelved or TaskChangeKind.Planned => InsteadMove,
        TaskChangeKind.DueSet => InsteadDue,
        TaskChangeKind.Edited => InsteadEdit,
        TaskChangeKind.Judged or TaskChangeKind.JudgedByRule => InsteadJudge,
        _ => InsteadNothing,
    };

    public static ReplyText TellOf(TaskNewsKind kind) => kind switch
    {
        TaskNewsKind.Assigned => Assigned,
        TaskNewsKind.TakenAway => TakenAway,
        TaskNewsKind.HandedOn => HandedOn,
        TaskNewsKind.Finished => TellFinished,
        TaskNewsKind.Dropped => TellDropped,
        TaskNewsKind.Shelved => TellShelved,
        TaskNewsKind.Postponed => TellPostponed,
        TaskNewsKind.Reopened => TellReopened,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of news."),
    };
}
