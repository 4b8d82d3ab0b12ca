using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary><c>/why</c> of a promise: the hours and closures until it is due, on what it was given, and all its versions.</summary>
internal sealed class PromiseWhy(PromiseStore promises, LevelBook levels, MemberStore members, PromiseCards cards, ReplyTexts texts)
{
    private const int MostVersions = 12;

    /// <returns>Null when no promise has this number.</returns>
    public async Task<RichText?> ExplainAsync(Turn turn, long number)
    {
        if (await promises.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } promise) return null;
        var terms = await levels.TermsAsync(turn.Unit, promise.Level).ConfigureAwait(false);
        var versions = await promises.VersionsAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        var people = (await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).ToDictionary(member => member.Id.Value, member => member.Name);
        var closed = Closures(promise, terms);
        return RichText.Lines(
        [
            cards.Head(promise),
            texts.Say(
                PromiseTexts.WhyDue,
                ("due", ReplyValue.Words(PromiseCards.DueOf(promise, turn))),
                ("state", ReplyValue.Words(PromiseCards.StateOf(promise))),
                ("time", ReplyValue.Words(WorkingText.Of(Open(terms, promise.CountsFromAt, promise.DueAt)))),
                ("since", turn.At(promise.CountsFromAt)),
                ("level", ReplyValue.Typed(terms.Name)),
                ("hours", ReplyValue.Words($"{terms.At(turn.Now).Hours} ({terms.Calendar.Zone.Id})"))),
            .. PromiseRules.IsOwed(promise) ? [Left(turn, promise, terms)] : Array.Empty<RichText>(),
            .. closed.Length == 0 ? Array.Empty<RichText>() : [texts.Say(PromiseTexts.WhyClosures, ("closures", ReplyValue.Typed(closed)))],
            .. Basis(promise.Basis),
            .. versions.TakeLast(MostVersions).Select(version => Version(turn, version, people)),
        ]);
    }

    private RichText Left(Turn turn, Promise promise, LevelTerms terms) => turn.Now <= promise.DueAt
        ? texts.Say(PromiseTexts.WhyLeft, ("time", ReplyValue.Words(WorkingText.Of(Open(terms, turn.Now, promise.DueAt)))))
        : texts.Say(PromiseTexts.WhyOver, ("time", ReplyValue.Words(WorkingText.Of(Open(terms, promise.DueAt, turn.Now)))));

    private static Duration Open(LevelTerms terms, Instant from, Instant to) => terms.Calendar.WorkingTime(from, to);

    private IEnumerable<RichText> Basis(PromiseBasis basis)
    {
        yield return basis.Usual is { } usual
            ? texts.Say(
                PromiseTexts.WhyLike, ("usual", ReplyValue.Words(WorkingText.Of(usual))), ("count", basis.Count), ("available", ReplyValue.Words(WorkingText.Of(basis.Available))),
                ("verdict", ReplyValue.Words(basis.IsTooSoon ? "too soon by that" : "soon enough")))
            : texts.Say(PromiseTexts.WhyFew, ("count", basis.Count));
        if (basis.Load is { } load)
        {
            yield return texts.Say(
                PromiseTexts.WhyLoad, ("load", PromiseCards.Minutes(load.Load)), ("room", PromiseCards.Minutes(load.Room)),
                ("verdict", ReplyValue.Words(load.IsTooMuch ? "too much" : "it fitted")));
        }
    }

    private RichText Version(Turn turn, PromiseVersion version, Dictionary<string, string> people) => texts.Say(
        PromiseTexts.WhyVersion,
        ("version", version.Revision),
        ("when", turn.At(version.ChangedAt)),
        ("what", ReplyValue.Words(Words(version.Kind))),
        ("due", ReplyValue.Words(PromiseCards.DueIn(DueOf(version), turn.Now, turn.AuthorZone))),
        ("who", version.ChangedBy.Length == 0 ? RichText.Empty : RichText.Plain(", ").Then(RichText.Typed(people.GetValueOrDefault(version.ChangedBy, version.ChangedBy)))));

    private static DueValue DueOf(PromiseVersion version) => version.DueLocal is { } local
        ? new DueValue.At(local, ZoneTime.Find(version.DueZone ?? "") ?? DateTimeZone.Utc)
        : new DueValue.Day(version.DueOn ?? default);

    /// <summary>Closed days between its beginning and its date.</summary>
    private static string Closures(Promise promise, LevelTerms terms)
    {
        var zone = terms.Calendar.Zone;
        var (first, last) = (promise.CountsFromAt.InZone(zone).Date, promise.DueAt.InZone(zone).Date);
        return string.Join(", ", terms.Closures.Where(closure => closure.On >= first && closure.On <= last).Select(closure => $"{TimeText.Day(closure.On, first)} ({closure.Name})"));
    }

    private static string Words(PromiseChangeKind kind) => kind switch
    {
        PromiseChangeKind.Drafted => "written down, with a warning",
        PromiseChangeKind.Made => "promised",
        PromiseChangeKind.Moved => "moved",
        PromiseChangeKind.Corrected => "date corrected at once",
        PromiseChangeKind.Offered => "offered to somebody else",
        PromiseChangeKind.Declined => "not taken over",
        PromiseChangeKind.HandedOver => "handed over",
        PromiseChangeKind.Kept => "kept",
        PromiseChangeKind.Broken => "broken",
        PromiseChangeKind.Withdrawn => "withdrawn",
        PromiseChangeKind.CauseGiven => "cause given",
        _ => "last change taken back",
    };
}
