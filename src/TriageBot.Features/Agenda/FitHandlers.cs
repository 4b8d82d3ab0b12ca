using System.Globalization;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Agenda;

/// <summary><c>/fit 20m</c>: the next in the order that can be finished in so many minutes. The agenda itself never fills up with small ones (rule A5).</summary>
internal sealed class FitHandlers(IntakeParts parts, AgendaSnapshots snapshots, TaskPeopleStore peopleStore, ReplyTexts texts)
{
    private const int MostShown = 5;
    private const int LongestMinutes = 24 * 60;
    private const int TitleLength = 80;

    public async Task<Reply> FitAsync(Turn turn)
    {
        // Checked and put in this form when the command was read.
        var minutes = int.Parse(turn.Value("minutes") ?? "0", CultureInfo.InvariantCulture);
        if (minutes is < 1 or > LongestMinutes) return texts.Private(AgendaTexts.FitTime, turn.Typed);

        var (plan, problem) = await parts.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        var snapshot = await snapshots.OfShortAsync(turn.Unit, plan, plan.Calendar.Today(turn.Now), minutes).ConfigureAwait(false);
        var factor = (snapshot.Day ?? new DaySettings(1, 0, 0)).Factor;
        var view = AgendaView.Build(snapshot with { Day = null }, turn.Now);
        var fitting = view.Entries.Where(entry => NeedOf(entry.Task, snapshot, factor) <= minutes).Take(MostShown).Select(entry => entry.Task).ToList();
        var span = ("minutes", ReplyValue.Words(DayText.Minutes(minutes)));
        if (fitting.Count == 0) return texts.Private(AgendaTexts.FitNone, span);
        var lines = fitting.Select((task, index) => texts.Say(
            AgendaTexts.FitLine,
            ("place", index + 1),
            ("number", task.Number),
            ("what", AgendaTitle.Of(task.What, TitleLength)),
            ("need", ReplyValue.Words(DayText.Minutes(NeedOf(task, snapshot, factor)) + (task.EstimateMinutes is null ? "?" : "")))));
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var reader = new AgendaReader(people.Find(plan.Owner), people, IsNamed: false, TaskReader.Only(turn.Author.Id));
        var scope = new AgendaScope(view, reader, turn.Now);
        return new Reply.Private(new Card(RichText.Lines(lines.Prepend(texts.Say(AgendaTexts.FitHead, span))), [.. AgendaRenderer.MenuOf(fitting, scope)]));
    }

    /// <summary>What it will really take, as the agenda reckons.</summary>
    private static int NeedOf(TaskItem task, AgendaSnapshot snapshot, decimal factor) => (int)Math.Ceiling(snapshot.RemainingOf(task) * factor);
}
