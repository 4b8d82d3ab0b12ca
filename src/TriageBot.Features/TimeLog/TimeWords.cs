using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;

namespace TriageBot.Features.TimeLog;

/// <summary>Time spent, in words.</summary>
internal sealed class TimeWords(ReplyTexts texts)
{
    public RichText Say(ReplyText text, params ReadOnlySpan<(string Name, ReplyValue Value)> values) => texts.Say(text, values);

    /// <summary>"30 min customers · Acme · #12 (unplanned)".</summary>
    /// <param name="zone">In which its member reads since when it runs.</param>
    public RichText Entry(TimeEntry entry, Instant now, DateTimeZone zone)
    {
        (string, ReplyValue)[] about =
        [
            ("function", ReplyValue.Typed(entry.Function)),
            ("customer", entry.Customer.Length > 0 ? Part(Features.Say.Title(entry.Customer, 60)) : RichText.Empty),
            ("item", entry.Item is { } number ? Part(ReplyValue.Words($"#{number}")) : RichText.Empty),
        ];
        return entry.State switch
        {
            TimeEntryState.Running => Say(TimeTexts.EntryRunning, [.. about, ("since", Features.Say.Moment(entry.StartedAt ?? now, now, zone))]),
            TimeEntryState.Asked => Say(TimeTexts.EntryAsked, about),
            _ => Say(
                TimeTexts.Entry,
                [
                    .. about,
                    ("minutes", Minutes(entry.Minutes)),
                    ("unplanned", entry.IsUnplanned ? Say(TimeTexts.EntryUnplanned) : RichText.Empty),
                ]),
        };
    }

    public static ReplyValue Minutes(int minutes) => Features.Say.Span(Duration.FromMinutes(minutes));

    private static RichText Part(ReplyValue value) => RichText.Plain(" · ").Then(value.Text);
}
