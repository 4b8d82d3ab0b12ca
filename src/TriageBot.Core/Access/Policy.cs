using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Tasks;

namespace TriageBot.Core.Access;

/// <summary>A member as the policy sees them, re-read inside the transaction that acts.</summary>
public sealed record Actor(MemberId Id, bool IsOwner, bool IsAdmin);

/// <summary>Something a member wants to do.</summary>
public abstract record Act
{
    private Act()
    {
    }

    public sealed record UseCommand(CommandSpec Command) : Act;

    /// <summary>Change, finish or drop a task. A private one belongs to nobody but those two.</summary>
    public sealed record ChangeTask(MemberId Creator, MemberId Assignee, bool IsPrivate = false) : Act;

    /// <summary>Say whether a task is important (rule O1).</summary>
    public sealed record JudgeTask(MemberId Assignee, bool ListIsOwners) : Act;

    /// <summary>Take back or correct time spent.</summary>
    public sealed record ChangeTime(MemberId Member) : Act;

    /// <summary>Withdraw a held message, or answer the questions about it.</summary>
    public sealed record ChangeRequest(MemberId Requester) : Act;

    /// <summary>Read and decide the held messages of a queue.</summary>
    public sealed record Drain(MemberId QueueOwner) : Act;

    /// <summary>See why an item stands where it stands.</summary>
    public sealed record LookAtRequest(MemberId Requester, MemberId QueueOwner) : Act;

    /// <summary>Set a customer's level or tier, rename or merge it.</summary>
    public sealed record ChangeCustomer : Act;

    /// <summary>Keep, move, hand over or withdraw a promise.</summary>
    public sealed record ChangePromise(MemberId Maker, MemberId RecordedBy) : Act;

    /// <summary>Take over a promise that was offered.</summary>
    public sealed record AcceptPromise(MemberId? OfferedTo) : Act;

    /// <summary>Solve a customer matter, or open a solved one again: what the whole team relies on.</summary>
    public sealed record CloseEscalation(MemberId Requester, MemberId? AcknowledgedBy) : Act;

    /// <summary>End, extend or shorten somebody's focus, or log its time.</summary>
    public sealed record ChangeFocus(MemberId Owner) : Act;

    /// <summary>Answer what was offered to one member, or take back what was theirs.</summary>
    public sealed record AnswerFor(MemberId Member) : Act;

    /// <summary>Confirm that something of another member cannot wait (rule H4).</summary>
    public sealed record SecondBreakGlass(MemberId Requester) : Act;

    /// <summary>Say afterwards whether an interruption could have waited.</summary>
    public sealed record JudgeInterruption(MemberId Interrupted) : Act;

    /// <summary>Change the hours, breaks or zone of one member.</summary>
    public sealed record SetUpMember(MemberId Member) : Act;

    /// <summary>Change what holds for the whole workspace.</summary>
    public sealed record SetUpWorkspace : Act;
}

/// <summary>Whom a refusal names.</summary>
public enum WhoCan
{
    Owners,
    Admins,
    AdminsAndOwners,
    Requester,
    TaskPeople,
    TimesMember,
    FocusOwner,
    EscalationPeople,
    PrivateTaskPeople,
    PromisePeople,
    OfferedMember,
    OneMember,
    InterruptedMember,
}

public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Allowed : Verdict;

    public sealed record Refused(WhoCan WhoCan) : Verdict;
}

/// <summary>The one place that decides who may do what (rule X5).</summary>
public static class Policy
{
    private static readonly Verdict Yes = new Verdict.Allowed();

    public static Verdict Decide(Actor actor, Act act) => act switch
    {
        Act.UseCommand use => UseOf(use.Command.Access, actor),
        Act.JudgeTask judge => Check(TaskImportance.MayJudge(actor.IsOwner, actor.Id == judge.Assignee, judge.ListIsOwners), WhoCan.Owners),
        Act.ChangeTime time => Check(actor.Id == time.Member, WhoCan.TimesMember),
        Act.ChangeTask task => Check(
            (actor.IsOwner && !task.IsPrivate) || actor.Id == task.Creator || actor.Id == task.Assignee,
            task.IsPrivate ? WhoCan.PrivateTaskPeople : WhoCan.TaskPeople),
        Act.CloseEscalation close => Check(
            actor.IsOwner || actor.IsAdmin || actor.Id == close.Requester || actor.Id == close.AcknowledgedBy, WhoCan.EscalationPeople),
        Act.ChangeFocus focus => Check(actor.Id == focus.Owner, WhoCan.FocusOwner),
        Act.ChangeRequest request => Check(actor.Id == request.Requester, WhoCan.Requester),
        // Another owner may help out with a queue; two people then work on it at once (rule H14).
        Act.Drain drain => Check(actor.IsOwner || actor.Id == drain.QueueOwner, WhoCan.Owners),
        Act.LookAtRequest look => Check(actor.IsOwner || actor.Id == look.Requester || actor.Id == look.QueueOwner, WhoCan.Owners),
        Act.ChangeCustomer => Check(actor.IsOwner || actor.IsAdmin, WhoCan.AdminsAndOwners),
        Act.ChangePromise promise => Check(actor.IsOwner || actor.Id == promise.Maker || actor.Id == promise.RecordedBy, WhoCan.PromisePeople),
        Act.AcceptPromise offer => Check(actor.Id == offer.OfferedTo, WhoCan.OfferedMember),
        Act.AnswerFor answer => Check(actor.Id == answer.Member, WhoCan.OneMember),
        Act.SecondBreakGlass second => Check(actor.Id != second.Requester, WhoCan.OneMember),
        Act.JudgeInterruption judge => Check(actor.Id == judge.Interrupted, WhoCan.InterruptedMember),
        Act.SetUpMember setUp => Check(actor.IsAdmin || actor.Id == setUp.Member, WhoCan.Admins),
        Act.SetUpWorkspace => Check(actor.IsAdmin, WhoCan.Admins),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "The policy does not know this act."),
    };

    private static Verdict UseOf(CommandAccess access, Actor actor) => access switch
    {
        CommandAccess.Everyone => Yes,
        CommandAccess.Owners => Check(actor.IsOwner, WhoCan.Owners),
        CommandAccess.Admins => Check(actor.IsAdmin, WhoCan.Admins),
        CommandAccess.AdminsAndOwners => Check(actor.IsAdmin || actor.IsOwner, WhoCan.AdminsAndOwners),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "The policy does not know this access."),
    };

    private static Verdict Check(bool allowed, WhoCan whoCan) => allowed ? Yes : new Verdict.Refused(whoCan);
}
