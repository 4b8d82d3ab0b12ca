using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>What is said about typed dates.</summary>
internal static class DateTexts
{
    public static readonly ReplyText Ask = new("date.ask", "sentence", "typed", "instead");
    public static readonly ReplyText AskOrder = new("date.ask-order");
    public static readonly ReplyText Refused = new("date.refused", "sentence", "typed", "instead");
    public static readonly ReplyText Example = new("date.example", "sentence", "typed", "instead");
    public static readonly ReplyText InForm = new("date.in-form", "sentence", "instead");
    public static readonly ReplyText Span = new("date.span");
    public static readonly ReplyText Once = new("date.once");
    public static readonly ReplyText Unsure = new("date.unsure", "sentence", "instead");
    public static readonly ReplyText NotYours = new("date.not-yours", "member");
    public static readonly ReplyText Answered = new("date.answered", "answer");
    public static readonly ReplyText NoQuestion = new("date.no-question");

    public static ImmutableArray<ReplyText> All => [Ask, AskOrder, Refused, Example, InForm, Span, Once, Unsure, NotYours, Answered, NoQuestion];

    /// <summary>What to type for each thing the date could be.</summary>
    public static string Instead(IEnumerable<NamedReading> readings) =>
        string.Join(" · ", readings.Select(reading => reading.Text == reading.Label ? reading.Text : $"{reading.Text} = {reading.Label}"));
}
