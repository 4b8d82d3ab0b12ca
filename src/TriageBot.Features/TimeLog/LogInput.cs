using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.TimeLog;

/// <summary>A <c>/log</c> as typed; or the private answer to give instead.</summary>
internal abstract record LogRead
{
    private LogRead()
    {
    }

    public sealed record Draft(TimeEntry Entry) : LogRead;

    public sealed record Answer(Reply Reply) : LogRead;
}

/// <summary>Reads the options of <c>/log</c>.</summary>
internal sealed class LogInput(TaskStore tasks, UrgentStore urgent, TimeWords words, Problems problems)
{
    public async Task<LogRead> ReadAsync(Turn turn, TaskPeople people)
    {
        if (turn.Value("minutes") is not { } typed) return Problem(turn, TimeTexts.NeedsMinutes);
        // Digits: checked when the command was read.
        var minutes = int.Parse(typed, CultureInfo.InvariantCulture);
        if (minutes is < 1 or > TimeRules.LongestMinutes) return Problem(turn, TimeTexts.BadMinutes);
        var entry = Blank(turn, people) with { Minutes = minutes, Customer = turn.Value("customer") ?? "" };
        if (turn.Value("task") is { } number)
        {
            if (await OfItemAsync(turn, people, entry, long.Parse(number, CultureInfo.InvariantCulture)).ConfigureAwait(false) is not { } about)
            {
                return new LogRead.Answer(problems.NoSuchItem(long.Parse(number, CultureInfo.InvariantCulture)));
            }

            entry = about;
        }

        if (turn.Value("function") is { } function) entry = entry with { Function = TimeRules.Function(function) };
        if (turn.Value("unplanned") is { } said) entry = entry with { IsUnplanned = said == "yes" };
        return entry.Function.Length == 0 ? Problem(turn, TimeTexts.NeedsFunction) : new LogRead.Draft(entry);
    }

    private static TimeEntry Blank(Turn turn, TaskPeople people)
    {
        var today = people.CalendarOf(turn.Author.Id).Today(turn.Now);
        return new TimeEntry
        {
            MemberId = turn.Author.Id,
            OnDate = turn.Value("day") == TimeCommands.Yesterday ? today.PlusDays(-1) : today,
            State = TimeEntryState.Kept,
            CreatedAt = turn.Now,
        };
    }

    /// <summary>Function and customer of a task or urgent message, unless the customer was typed; null when there is none with this number.</summary>
    private async Task<TimeEntry?> OfItemAsync(Turn turn, TaskPeople people, TimeEntry entry, long number)
    {
        if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } found)
        {
            var task = TaskSight.Of(found, TaskReader.Only(turn.Author.Id)).Task;
            var customer = entry.Customer.Length > 0 ? entry.Customer : TaskSight.Of(task, TaskReader.Only(turn.Author.Id)).Task.Customer;
            return entry with { Item = number, Customer = customer, Function = TimeRules.FunctionOf(customer), IsUnplanned = TaskTime.Of(turn, people, task).IsUnplanned };
        }

        if (await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } message) return null;
        var named = entry.Customer.Length > 0 ? entry.Customer : message.Customer;
        return entry with { Item = number, Customer = named, Function = TimeRules.FunctionOf(named), IsUnplanned = true };
    }

    private LogRead.Answer Problem(Turn turn, ReplyText text) =>
        new(new Reply.Private(new Card(words.Say(text, turn.Typed))));
}
