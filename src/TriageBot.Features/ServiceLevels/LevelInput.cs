using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;

namespace TriageBot.Features.ServiceLevels;

/// <summary>A level as <c>/levels set</c> describes it, or the answer to give instead.</summary>
internal abstract record LevelRead
{
    private LevelRead()
    {
    }

    /// <param name="Old">What counts now; null for a new level.</param>
    /// <param name="IsDated">The first day was typed.</param>
    public sealed record Wanted(ServiceLevel Level, ServiceLevel? Old, bool IsDated) : LevelRead;

    public sealed record Answer(Reply Reply) : LevelRead;
}

/// <summary>Reads the options of <c>/levels</c>. What is left out of a known level stays as it is.</summary>
internal sealed class LevelInput(LevelBook book, DueInput dates, ReplyTexts texts)
{
    public async Task<LevelRead> ReadAsync(Turn turn)
    {
        var name = LevelBook.NameOf(turn.Value("level") ?? "");
        if (name.Length == 0) return Missing(turn, "the name of the level", "level", "gold");
        var old = (await book.VersionsAsync(turn.Unit, name).ConfigureAwait(false)).Count > 0
            ? (await book.TermsAsync(turn.Unit, name).ConfigureAwait(false)).At(turn.Now)
            : null;
        var level = old ?? ServiceLevel.Standard(turn.Workspace.TimeZone) with { Name = name };
        if (turn.Value("zone") is { } typedZone)
        {
            if (ZoneTime.Find(typedZone) is not { } zone) return Wrong(turn, $"There is no zone called “{typedZone}”.", "zone", ZoneTime.Suggest(typedZone).FirstOrDefault() ?? "Europe/Oslo");
            level = level with { Zone = zone };
        }

        if (turn.Value("hours") is { } typedHours)
        {
            if (WeekHours.Read(typedHours) is ParseOutcome<WeekHours>.Problem problem) return Wrong(turn, problem.Sentence, "hours", problem.Example);
            level = level with { Hours = ((ParseOutcome<WeekHours>.Success)WeekHours.Read(typedHours)).Value };
        }

        level = level with
        {
            Targets = new LevelTargets(
                Minutes(turn, "first") ?? level.Targets.FirstAnswer, Minutes(turn, "next") ?? level.Targets.NextAnswer, Minutes(turn, "resolution") ?? level.Targets.Resolution),
            Emergency = turn.Value("emergency") is { } emergency ? (emergency.Equals("none", StringComparison.OrdinalIgnoreCase) ? "" : emergency) : level.Emergency,
        };
        if (LevelRules.Fault(level) is { } fault) return Wrong(turn, fault, "resolution", "40h");
        var (from, answer) = await DayAsync(turn, "from").ConfigureAwait(false);
        return answer is not null ? new LevelRead.Answer(answer) : new LevelRead.Wanted(level with { From = from ?? level.From }, old, from is not null);
    }

    /// <summary>A whole day; neither a day nor an answer when the option was left out.</summary>
    public async Task<(LocalDate? Day, Reply? Answer)> DayAsync(Turn turn, string option)
    {
        if (turn.Value(option) is not { } typed) return (null, null);
        return await dates.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => (null, answer.Reply),
            DueInputResult.Read { Due: DueValue.Day day } => (day.Date, null),
            _ => (null, Wrong(turn, "A whole day is needed here, without a time.", option, "2026-12-24").Reply),
        };
    }

    public LevelRead.Answer Missing(Turn turn, string what, string option, string value) => new(texts.Private(
        LevelTexts.Missing,
        ("what", ReplyValue.Words(what)),
        turn.Typed,
        ("example", Example(turn, option, value))));

    public static ReplyValue Example(Turn turn, string option, string value)
    {
        var corrected = turn.Values.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var span in new[] { "first", "next", "resolution" })
        {
            if (corrected.TryGetValue(span, out var minutes) && minutes.All(char.IsAsciiDigit)) corrected[span] = minutes + "m";
        }

        corrected[option] = value;
        return ReplyValue.Typed(CommandPrinter.Print(LevelCommands.Levels, corrected));
    }

    private LevelRead.Answer Wrong(Turn turn, string sentence, string option, string value) => new(texts.Private(
        LevelTexts.Wrong,
        ("sentence", ReplyValue.Typed(sentence)),
        turn.Typed,
        ("example", Example(turn, option, value))));

    // Checked and put in this form when the command was read.
    private static Duration? Minutes(Turn turn, string option) =>
        turn.Value(option) is { } minutes ? Duration.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)) : null;
}
