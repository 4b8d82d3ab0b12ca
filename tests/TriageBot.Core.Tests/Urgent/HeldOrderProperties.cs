using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Urgent;

/// <summary>Rule H6: the order of held messages is total, stable and the same for everybody who asks.</summary>
public sealed class HeldOrderProperties
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly WorkCalendar Calendar = new(Oslo, WeekHours.Standard);
    private static readonly Instant Monday = ZoneTime.ToInstant(new LocalDateTime(2026, 3, 9, 9, 0), Oslo);

    /// <summary>Few different times, so that ties are common.</summary>
    private static readonly Gen<HeldMessage[]> Queues =
        from count in Gen.Choose(0, 12)
        from parts in (
            from waiting in Gen.Choose(0, 6)
            from due in Gen.Elements<LocalDateTime?>(null, new LocalDateTime(2026, 3, 9, 11, 0), new LocalDateTime(2026, 3, 9, 14, 0), new LocalDateTime(2026, 3, 20, 9, 0))
            from skips in Gen.Choose(0, 2)
            from asked in Gen.Choose(1, 40)
            select (waiting, due, skips, asked)).ArrayOf(count)
        select parts.Index().Select(part => new HeldMessage
        {
            Number = part.Index + 1,
            WaitingSinceAt = Monday + Duration.FromMinutes(part.Item.waiting * 20),
            DueLocal = part.Item.due,
            DueZone = part.Item.due is null ? null : Oslo.Id,
            SkipCount = part.Item.skips,
            AskedCount = part.Item.asked,
        }).ToArray();

    private static readonly Gen<(HeldMessage[] Queue, HeldMessage[] Shuffled)> Shuffles =
        from queue in Queues
        from shuffled in Gen.Shuffle(queue)
        select (queue, shuffled.ToArray());

    [Fact]
    public void The_order_does_not_depend_on_the_order_in_which_messages_are_found() =>
        Check(Shuffles, given => Numbers(given.Queue).SequenceEqual(Numbers(given.Shuffled)));

    [Fact]
    public void What_is_taken_out_changes_nothing_among_the_rest() => Check(Queues, queue =>
    {
        var without = queue.Where(message => message.Number % 3 != 0).ToArray();
        return Numbers(without).SequenceEqual(Numbers(queue).Where(number => number % 3 != 0));
    });

    [Fact]
    public void How_often_something_was_asked_changes_nothing() => Check(Queues, queue =>
    {
        var quiet = queue.Select(message => new HeldMessage
        {
            Number = message.Number,
            WaitingSinceAt = message.WaitingSinceAt,
            DueLocal = message.DueLocal,
            DueZone = message.DueZone,
            SkipCount = message.SkipCount,
            AskedCount = 1,
        });
        return Numbers(quiet).SequenceEqual(Numbers(queue));
    });

    [Fact]
    public void Skipped_ones_come_first_then_the_least_slack_then_the_longest_wait_then_the_number() => Check(Queues, queue =>
    {
        var now = Monday + Duration.FromHours(3);
        var sorted = HeldOrder.Sort(queue, Calendar, HoldSettings.Standard);
        return sorted.Zip(sorted.Skip(1)).All(pair => Key(pair.First).CompareTo(Key(pair.Second)) < 0);

        (int, Duration, Instant, long) Key(HeldMessage message) =>
            (message.SkipCount > 0 ? 0 : 1, SlackOf(message, now), message.WaitingSinceAt, message.Number);
    });

    /// <summary>Told from the rule's words: what is left until the requester's date or until 180 working minutes are over, whichever comes first.</summary>
    private static Duration SlackOf(HeldMessage message, Instant now)
    {
        var ceiling = Calendar.Deadline(message.WaitingSinceAt, Duration.FromMinutes(180)) - now;
        return message.DueLocal is { } due ? Duration.Min(ceiling, ZoneTime.ToInstant(due, Oslo) - now) : ceiling;
    }

    private static IEnumerable<long> Numbers(IEnumerable<HeldMessage> queue) =>
        HeldOrder.Sort(queue, Calendar, HoldSettings.Standard).Select(message => message.Number);

    private static void Check<T>(Gen<T> given, Func<T, bool> holds) =>
        Prop.ForAll(Arb.From(given), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
