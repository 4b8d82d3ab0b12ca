using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;

namespace TriageBot.Core.ServiceLevels;

/// <summary>Levels and closures of a file such as <c>config/service-levels.json</c>, or everything that is wrong with it.</summary>
public sealed record LevelFile(ImmutableArray<ServiceLevel> Levels, ImmutableArray<LevelClosure> Closures, ImmutableArray<string> Faults)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly string[] LevelKeys = ["name", "zone", "hours", "first-answer", "next-answer", "resolution", "emergency", "valid-from"];
    private static readonly string[] ClosureKeys = ["on", "name", "level"];

    /// <param name="zone">Of levels that name none.</param>
    /// <param name="today">First day of levels that name none.</param>
    public static LevelFile Read(string json, DateTimeZone zone, LocalDate today)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return new Reader(zone, today).Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new LevelFile([], [], [$"line {broken.LineNumber + 1}: this is not JSON"]);
        }
    }

    private sealed class Reader(DateTimeZone zone, LocalDate today)
    {
        private readonly List<string> faults = [];

        public LevelFile Read(JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object) return new LevelFile([], [], ["the file must hold { \"levels\": [ … ], \"closures\": [ … ] }"]);
            foreach (var unknown in root.EnumerateObject().Where(part => part.Name is not ("levels" or "closures"))) faults.Add($"“{unknown.Name}” has no meaning here");
            var levels = Items(root, "levels").Select(item => Level(item.Element, item.Place)).OfType<ServiceLevel>().ToImmutableArray();
            var closures = Items(root, "closures").Select(item => ClosureOf(item.Element, item.Place)).OfType<LevelClosure>().ToImmutableArray();
            foreach (var twice in levels.GroupBy(level => (level.Name, level.From)).Where(group => group.Count() > 1)) faults.Add($"“{twice.Key.Name}” from {twice.Key.From:uuuu-MM-dd} stands there twice");
            return new LevelFile(levels, closures, [.. faults]);
        }

        private IEnumerable<(JsonElement Element, string Place)> Items(JsonElement root, string name)
        {
            if (!root.TryGetProperty(name, out var list)) return [];
            if (list.ValueKind == JsonValueKind.Array) return list.EnumerateArray().Select((element, index) => (element, $"{name}[{index}]"));
            faults.Add($"“{name}” must be a list");
            return [];
        }

        private ServiceLevel? Level(JsonElement item, string place)
        {
            var before = faults.Count;
            var name = Text(item, "name", place)?.Trim().ToLowerInvariant() ?? "";
            if (name.Length is 0 or > ServiceLevel.LongestName) Fault(place, $"a name of 1–{ServiceLevel.LongestName} characters is needed");
            Known(item, LevelKeys, place);
            var level = new ServiceLevel(
                name,
                Date(item, "valid-from", place) ?? today,
                Zone(item, place) ?? zone,
                Hours(item, place) ?? WeekHours.None,
                new LevelTargets(Span(item, "first-answer", place), Span(item, "next-answer", place), Span(item, "resolution", place)),
                Text(item, "emergency", place)?.Trim() ?? "");
            if (faults.Count == before && LevelRules.Fault(level) is { } fault) Fault(place, fault);
            return faults.Count == before ? level : null;
        }

        private LevelClosure? ClosureOf(JsonElement item, string place)
        {
            var before = faults.Count;
            Known(item, ClosureKeys, place);
            var on = Date(item, "on", place);
            if (on is null && faults.Count == before) Fault(place, "“on” is missing, such as \"2026-12-24\"");
            return on is { } date && faults.Count == before
                ? new LevelClosure(Text(item, "level", place)?.Trim().ToLowerInvariant() ?? "", date, Text(item, "name", place)?.Trim() ?? "closed")
                : null;
        }

        private void Known(JsonElement item, string[] keys, string place)
        {
            if (item.ValueKind != JsonValueKind.Object) return;
            foreach (var unknown in item.EnumerateObject().Where(value => !keys.Contains(value.Name))) Fault(place, $"“{unknown.Name}” has no meaning here");
        }

        private string? Text(JsonElement item, string key, string place)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(key, out var value)) return null;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            Fault(place, $"“{key}” must be text");
            return null;
        }

        private LocalDate? Date(JsonElement item, string key, string place)
        {
            if (Text(item, key, place) is not { } text) return null;
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)) return date;
            Fault(place, $"“{key}”: “{text}” is no date such as 2026-12-24");
            return null;
        }

        private DateTimeZone? Zone(JsonElement item, string place)
        {
            if (Text(item, "zone", place) is not { } text) return null;
            if (ZoneTime.Find(text) is { } found) return found;
            Fault(place, $"“zone”: there is no zone called “{text}”");
            return null;
        }

        private WeekHours? Hours(JsonElement item, string place)
        {
            if (Text(item, "hours", place) is not { } text)
            {
                Fault(place, "“hours” is missing, such as \"mon-fri 09:00-17:00\"");
                return null;
            }

            if (WeekHours.Read(text) is ParseOutcome<WeekHours>.Success read) return read.Value;
            Fault(place, $"“hours”: {((ParseOutcome<WeekHours>.Problem)WeekHours.Read(text)).Sentence}");
            return null;
        }

        private Duration Span(JsonElement item, string key, string place)
        {
            if (Text(item, key, place) is { } text && MinutesText.Read(text) is { } minutes) return Duration.FromMinutes(minutes);
            Fault(place, $"“{key}” must be a length such as \"1h\" or \"1h30\"");
            return Duration.Zero;
        }

        private void Fault(string place, string sentence) => faults.Add($"{place}: {sentence}");
    }
}
