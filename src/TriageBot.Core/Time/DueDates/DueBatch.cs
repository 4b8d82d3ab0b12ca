using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time.DueDates;

/// <summary>One line of <c>triagebot due --batch</c>: a JSON object in, a JSON object out. Never throws.</summary>
/// <remarks>
/// In: input, ref (local), zone, and optionally order (MDY, DMY), dayStart (00:00), hours (Mon–Fri 09:00–17:00).
/// Out: input, kind, value, message. A bad line is answered with kind none and the reason.
/// </remarks>
public static class DueBatch
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Beyond these the calendar itself runs out while a date is looked for.</summary>
    private static readonly Instant FirstRef = Instant.FromUtc(1970, 1, 1, 0, 0);

    private static readonly Instant LastRef = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <param name="json">A mark of byte order at its beginning is passed over.</param>
    public static string Line(string json)
    {
        string? input = null;
        try
        {
            using var row = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            input = Text(row.RootElement, "input");
            return Answer(row.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or UnparsableValueException)
        {
            return Written(input, "none", null, $"This line cannot be read: {wrong.Message}");
        }
    }

    private static string Answer(JsonElement row)
    {
        var input = Text(row, "input") ?? "";
        var zone = Zone(Text(row, "zone") ?? "UTC");
        var calendar = new WorkCalendar(zone, Hours(Text(row, "hours")), LocalTimePattern.GeneralIso.Parse(Seconds(Text(row, "dayStart") ?? "00:00")).Value);
        var typedAt = Text(row, "ref") ?? throw new InvalidOperationException("ref is missing.");
        var now = ZoneTime.ToInstant(LocalDateTimePattern.GeneralIso.Parse(Seconds(typedAt)).Value, zone);
        if (now < FirstRef || now > LastRef) throw new InvalidOperationException("ref is not between 1970 and 2200.");
        DateOrder? order = Text(row, "order") switch
        {
            "MDY" => DateOrder.MonthDay,
            "DMY" => DateOrder.DayMonth,
            _ => null,
        };
        return DueDateReader.Read(input, now, new DueSettings(calendar, order)) switch
        {
            DueReading.Value value => Written(input, Kind(value.Due), Value(value.Due, zone), DueText.Echo(value.Due, now, calendar)),
            DueReading.Ask ask => Written(input, "ask", null, $"{ask.Sentence} {string.Join(" / ", ask.Readings.Select(reading => reading.Label))}"),
            DueReading.Refusal refusal => Written(input, "none", null, refusal.Sentence),
            _ => throw new InvalidOperationException("Unknown kind of reading."),
        };
    }

    private static string Kind(DueValue due) => due switch
    {
        DueValue.Day => "day",
        DueValue.At => "at",
        DueValue.Repeating => "set",
        _ => "none",
    };

    private static string? Value(DueValue due, DateTimeZone zone) => due switch
    {
        DueValue.Day day => LocalDatePattern.Iso.Format(day.Date),
        DueValue.At at => Minute.Format(ZoneTime.ToInstant(at.Local, at.Zone).InZone(zone).LocalDateTime),
        DueValue.Repeating series => SeriesRow.Of(series.Rule),
        _ => null,
    };

    private static DateTimeZone Zone(string id)
    {
        if (OffsetPattern.GeneralInvariant.Parse(id) is { Success: true } offset) return DateTimeZone.ForOffset(offset.Value);
        return ZoneTime.Find(id) ?? throw new InvalidOperationException($"There is no zone {id}.");
    }

    private static WeekHours Hours(string? text) => text is null ? WeekHours.Standard : WeekHours.Read(text) switch
    {
        ParseOutcome<WeekHours>.Success hours => hours.Value,
        ParseOutcome<WeekHours>.Problem problem => throw new InvalidOperationException(problem.Sentence),
        _ => throw new InvalidOperationException("The hours cannot be read."),
    };

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>ISO 8601 without seconds gets them.</summary>
    private static string Seconds(string time) => time.Length is 5 or 16 ? time + ":00" : time;

    private static string Written(string? input, string kind, string? value, string message) =>
        JsonSerializer.Serialize(new { input, kind, value, message }, Unescaped);
}
