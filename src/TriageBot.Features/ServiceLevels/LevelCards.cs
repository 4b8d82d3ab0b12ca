using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Features.Escalations;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.ServiceLevels;

/// <summary>The published card of rule C5: hours, closures of the next 30 days, targets, emergency path, and what was measured.</summary>
internal sealed class LevelCards(LevelStore levels, LevelBook book, ClockStore clocks, CardStore shown, ReplyTexts texts)
{
    private const int ClosureDays = 30;

    private static readonly int[] Periods = [30, 90];

    public async Task<RichText> TextAsync(UnitOfWork unit, LevelTerms terms)
    {
        var today = unit.Now.InZone(terms.Calendar.Zone).Date;
        var now = terms.On(today);
        var lines = new List<RichText>
        {
            texts.Say(LevelTexts.Head, ("level", ReplyValue.Typed(terms.Name)), ("hours", ReplyValue.Words(now.Hours.ToString())), ("zone", ReplyValue.Words(now.Zone.Id))),
            texts.Say(LevelTexts.Targets, Target("first", now.Targets.FirstAnswer), Target("next", now.Targets.NextAnswer), Target("resolution", now.Targets.Resolution)),
        };
        if (now.Emergency.Length > 0) lines.Add(texts.Say(LevelTexts.Emergency, ("emergency", ReplyValue.Typed(now.Emergency))));
        var closed = terms.Closures.Where(closure => closure.On >= today && closure.On <= today.PlusDays(ClosureDays)).ToList();
        if (closed.Count > 0)
        {
            var days = string.Join(", ", closed.Select(closure => $"{TimeText.Day(closure.On, today)} ({closure.Name})"));
            lines.Add(texts.Say(LevelTexts.Closed, ("days", ReplyValue.Typed(days))));
        }
        else
        {
            lines.Add(texts.Say(LevelTexts.NotClosed));
        }

        foreach (var days in Periods) lines.Add(await KeptAsync(unit, terms.Name, days).ConfigureAwait(false));
        lines.AddRange(terms.Versions.Where(version => version.From > today).Select(version => texts.Say(
            LevelTexts.From,
            ("day", ReplyValue.Words(TimeText.Day(version.From, today))),
            ("hours", ReplyValue.Words(version.Hours.ToString())),
            Target("first", version.Targets.FirstAnswer),
            Target("next", version.Targets.NextAnswer),
            Target("resolution", version.Targets.Resolution))));
        return RichText.Lines(lines);
    }

    /// <param name="level">Blank for all levels.</param>
    public async Task<Card> CardAsync(UnitOfWork unit, string level)
    {
        var all = level.Length == 0 ? await book.AllAsync(unit).ConfigureAwait(false) : [await book.TermsAsync(unit, level).ConfigureAwait(false)];
        var parts = new List<RichText>();
        foreach (var terms in all) parts.Add(await TextAsync(unit, terms).ConfigureAwait(false));
        return new Card(RichText.Lines(parts));
    }

    public async Task PublishAsync(UnitOfWork unit, string level, Destination to)
    {
        await levels.PublishAsync(unit, level, to).ConfigureAwait(false);
        await ShowAsync(unit, level, to).ConfigureAwait(false);
    }

    /// <summary>Edits every published card: after a change, and once a day for what was measured.</summary>
    public async Task RefreshAsync(UnitOfWork unit)
    {
        foreach (var (level, to) in await levels.CardsAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)) await ShowAsync(unit, level, to).ConfigureAwait(false);
    }

    private async Task ShowAsync(UnitOfWork unit, string level, Destination to) =>
        await shown.ShowAsync(unit, $"levels/{level}/{to}", to, await CardAsync(unit, level).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<RichText> KeptAsync(UnitOfWork unit, string level, int days)
    {
        var measured = (await clocks.MeasureAsync(unit.Db, unit.Workspace.Id, level, unit.Now - Duration.FromDays(days)).ConfigureAwait(false)).ToDictionary(row => row.Kind);
        return texts.Say(LevelTexts.Kept, ("days", days), Kept("first", ClockKind.FirstAnswer), Kept("next", ClockKind.NextAnswer), Kept("resolution", ClockKind.Resolution));

        (string, ReplyValue) Kept(string name, ClockKind kind) =>
            (name, ReplyValue.Words(measured.TryGetValue(kind, out var row) ? LevelRules.Kept(row.Kept, row.Count) : LevelRules.Kept(0, 0)));
    }

    private static (string Name, ReplyValue Value) Target(string name, Duration target) => (name, ReplyValue.Words(WorkingText.Of(target)));
}
