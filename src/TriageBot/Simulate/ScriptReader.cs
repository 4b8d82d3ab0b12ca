using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Simulate;

/// <summary>Reads a script line by line. The first line that means nothing ends the reading with what was expected instead.</summary>
public sealed partial class ScriptReader
{
    private static readonly ImmutableArray<string> Keywords = ["zone", "people", "screen", "at", "repeat", "expect"];

    private readonly string file;
    private readonly List<ScriptPerson> people = [];
    private readonly List<string> channels = ["team", "support"];
    private readonly List<ScriptStep> steps = [];
    private ChatCapabilities capabilities = ChatCapabilities.Roomy;
    private DateTimeZone? zone;
    private ScriptClock? clock;
    private Instant start;
    private int line;

    private ScriptReader(string file) => this.file = file;

    /// <exception cref="ScriptException">A line cannot be read, names nobody, or goes back in time.</exception>
    public static Script Read(string file, string text)
    {
        var reader = new ScriptReader(file);
        foreach (var typed in text.Split('\n')) reader.ReadLine(typed);
        return reader.Finish();
    }

    private Script Finish()
    {
        if (clock is null || zone is null) throw Problem("the script ends before the clock was set. Expected: at 2026-03-13 08:25");
        return new Script(file, zone, [.. people], [.. channels], start, [.. steps]) { Capabilities = capabilities };
    }

    private void ReadLine(string typed)
    {
        line++;
        var text = Comment().Replace(typed, "").Trim();
        if (text.Length > 0) ReadStep(text);
    }

    private void ReadStep(string text)
    {
        var (word, rest) = DeedReader.FirstWord(text);
        switch (word)
        {
            case "zone": ReadZone(rest); break;
            case "people": ReadPeople(rest); break;
            case "screen": ReadScreen(rest); break;
            case "at": ReadAt(rest); break;
            case "repeat": ReadRepeat(rest); break;
            case "expect": ReadExpect(rest); break;
            default: ReadAction(text, word); break;
        }
    }

    private void ReadZone(string id)
    {
        if (clock is not null) throw Problem("the zone must stand before the first 'at'.");
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? throw Problem($"'{id}' is no time zone{DidYouMean(id, DateTimeZoneProviders.Tzdb.Ids)} Expected an IANA id: zone Europe/Oslo");
    }

    private void ReadPeople(string list)
    {
        if (clock is not null) throw Problem("people must stand before the first 'at'.");
        foreach (var entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries)) people.Add(ReadPerson(entry));
        if (!people.Any(person => person.IsOwner)) throw Problem("a team needs an owner. Expected for example: people alex:owner sam kim");
    }

    private ScriptPerson ReadPerson(string entry)
    {
        var parts = entry.Split(':', ',');
        var (name, roles) = (parts[0], parts[1..]);
        if (!Name().IsMatch(name) || Keywords.Contains(name)) throw Problem($"'{name}' cannot be a name. Expected letters and digits: people alex:owner sam kim");
        if (Find(name) is not null) throw Problem($"'{name}' is there twice.");
        if (roles.FirstOrDefault(role => role is not ("owner" or "admin")) is { } unknown) throw Problem($"'{unknown}' is no role. Expected owner or admin: people {name}:owner");
        return new ScriptPerson(name, roles.Contains("owner"), roles.Contains("admin"));
    }

    /// <summary>What the screens of this team show of a message: characters in a line, and in all.</summary>
    private void ReadScreen(string size)
    {
        if (clock is not null) throw Problem("the screen must stand before the first 'at'.");
        capabilities = size.Split(' ') is [var width, var length]
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var characters) && characters > 0
                ? new ChatCapabilities { LineLength = columns, TextLength = characters }
                : throw Problem($"'{size}' is no screen. Expected characters in a line and in a message: screen 40 2000");
    }

    /// <summary>History is long and alike: one line that stands for many.</summary>
    private void ReadRepeat(string rest)
    {
        var match = Repeat().Match(rest);
        if (!match.Success) throw Problem("expected: repeat 1-20: alex dm: /task Job {n} estimate:30m");
        var (first, last) = (int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture));
        if (last < first) throw Problem($"{first}-{last} counts backwards.");
        for (var number = first; number <= last; number++) ReadStep(match.Groups["step"].Value.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private void ReadAt(string when)
    {
        if (zone is null) throw Problem("the zone is not known yet. Expected first: zone Europe/Oslo");
        if (people.Count == 0) throw Problem("nobody is there yet. Expected first: people alex:owner sam kim");

        var expected = clock is null ? "the first 'at' needs a date: at 2026-03-13 08:25" : "expected HH:MM, +20m, +2h or YYYY-MM-DD HH:MM";
        var time = ScriptClock.Read(when, zone, clock) ?? throw Problem($"'{when}' is no time; {expected}");
        if (clock is null) start = time;
        else if (time < clock.Now) throw Problem($"'{when}' goes back in time: it is already {clock.Display}. Times only go forward; a later day needs its date.");
        clock = new ScriptClock(zone, time);
        steps.Add(new ScriptStep.At(line, time));
    }

    private void ReadExpect(string rest)
    {
        NeedClock();
        if (DeedReader.FirstWord(rest) is ("none", var where))
        {
            steps.Add(new ScriptStep.ExpectNone(line, Place(where)));
            return;
        }

        var parts = rest.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var who, { Length: > 0 } text]) throw Problem("expected: expect NAME: text, or: expect none NAME, or: expect none #channel");
        steps.Add(new ScriptStep.Expect(line, Place(who), DeedReader.Unquoted(text)));
    }

    private void ReadAction(string text, string word)
    {
        var match = Speech().Match(text);
        if (!match.Success)
        {
            throw Problem($"'{word}' begins no step{DidYouMean(word, Keywords.Concat(people.Select(person => person.Name)))} Expected zone, people, at, expect, or NAME: text");
        }

        NeedClock();
        var who = Person(match.Groups["name"].Value);
        var said = match.Groups["said"].Value;
        var placed = match.Groups["channel"].Success || match.Groups["dm"].Success;
        steps.Add((placed ? null : DeedReader.Read(line, who, said, Problem)) ?? Say(who, match, said));
    }

    private ScriptStep.Say Say(string who, Match match, string said)
    {
        if (said.Length == 0) throw Problem($"{who} says nothing. Expected: {who}: text");
        var channel = match.Groups["channel"].Success ? match.Groups["channel"].Value : "team";
        if (!channels.Contains(channel)) channels.Add(channel);
        return new ScriptStep.Say(line, who, match.Groups["dm"].Success ? null : channel, said);
    }

    private void NeedClock()
    {
        if (clock is null) throw Problem("the clock is not set yet. Expected first: at 2026-03-13 08:25");
    }

    private string Place(string where)
    {
        if (!where.StartsWith('#')) return Person(where);
        if (!channels.Contains(where[1..])) throw Problem($"nobody has used {where}{DidYouMean(where, channels.Select(channel => "#" + channel))}");
        return where;
    }

    private string Person(string name) => Find(name)?.Name
        ?? throw Problem($"nobody is called '{name}'{DidYouMean(name, people.Select(person => person.Name))} Expected one of: {string.Join(", ", people.Select(person => person.Name))}");

    private ScriptPerson? Find(string name) => people.FirstOrDefault(person => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase));

    private ScriptException Problem(string problem) => new(file, line, problem);

    private static string DidYouMean(string typed, IEnumerable<string> candidates) => Spelling.Nearest(typed, candidates).FirstOrDefault() is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    /// <summary>A whole line, or what follows two spaces, a # and a space: "#1" and "#team" are no comments.</summary>
    [GeneratedRegex(@"^\s*#.*$|\s{2,}#\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<first>\d{1,4})-(?<last>\d{1,4}):\s*(?<step>\S.*)$")]
    private static partial Regex Repeat();

    [GeneratedRegex(@"^[\p{L}\p{N}_.-]+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<name>[\p{L}\p{N}_.-]+)(?:\s+in\s+#(?<channel>[\p{L}\p{N}_-]+)|\s+(?<dm>dm))?:\s*(?<said>.*)$")]
    private static partial Regex Speech();
}
