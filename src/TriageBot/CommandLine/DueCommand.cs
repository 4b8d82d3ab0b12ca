using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.CommandLine;

/// <summary><c>triagebot due "next friday"</c>: what a due date means, without a bot. With <c>--batch</c> for many, one JSON object a line.</summary>
internal static class DueCommand
{
    public const string Name = "due";

    private static readonly Argument<string[]> Text = new("text")
    {
        Description = "The due date as somebody would type it, with or without quotes around it.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Series = new("--series") { Description = "Also the next ten dates of what repeats." };

    private static readonly Option<bool> Batch = new("--batch")
    {
        Description = "Reads lines such as {\"input\":\"fri 5pm\",\"ref\":\"2026-03-13T08:25\",\"zone\":\"Europe/Oslo\",\"order\":\"DMY\"}, "
            + "with dayStart and hours if you like, and answers each with a line: input, kind (day, at, set, none, ask), value, message.",
    };

    private static readonly Option<LocalDateTime?> Now = new("--now")
    {
        Description = "When it is typed, such as 2026-03-13T08:25 (default: now).",
        HelpName = "time",
        CustomParser = DueOptionReader.Now,
    };

    private static readonly Option<DateTimeZone?> Zone = new("--zone")
    {
        Description = "Where it is typed, such as Europe/Oslo or +02:00 (default: the zone of this machine).",
        HelpName = "zone",
        CustomParser = DueOptionReader.Zone,
    };

    private static readonly Option<DateOrder?> Order = new("--order")
    {
        Description = "How 5/12 is meant; without it, that is asked.",
        HelpName = "DMY|MDY",
        CustomParser = DueOptionReader.Order,
    };

    private static readonly Option<WeekHours?> Hours = new("--hours")
    {
        Description = "Working hours (default \"mon-fri 09:00-17:00\").",
        HelpName = "hours",
        CustomParser = DueOptionReader.Hours,
    };

    public static Command Build()
    {
        var command = new Command(Name, "Says what a due date means, what else it could mean, and which rule decided. "
            + $"Exit code {ExitCodes.NotAsExpected}: the text is no date, or could be several; {ExitCodes.UnusableInput}: a wrong option.")
        {
            Text,
            Series,
            Batch,
            Now,
            Zone,
            Order,
            Hours,
        };
        command.Validators.Add(Check);
        command.SetAction((parsed, stop) => parsed.GetValue(Batch) ? AnswerLinesAsync(stop) : Task.FromResult(Answer(parsed)));
        return command;
    }

    private static void Check(CommandResult result)
    {
        IReadOnlyList<Token> text = result.GetResult(Text)?.Tokens ?? [];
        if (text.FirstOrDefault(IsOption) is { } unknown) result.AddError($"There is no option {unknown.Value}.");
        if (!result.GetValue(Batch))
        {
            if (text.Count == 0) result.AddError("Type a due date, for example: triagebot due \"next friday\". Or --batch for many.");
            return;
        }

        Option[] ofOneText = [Series, Now, Zone, Order, Hours];
        if (text.Count == 0 && ofOneText.All(option => result.GetResult(option) is null)) return;
        result.AddError("--batch takes everything from the lines it reads; leave out the rest.");
    }

    /// <summary>A due date never begins so; without this a mistyped option would be taken for one.</summary>
    private static bool IsOption(Token token) => token.Value is ['-', '-', ..] or ['-', >= 'a' and <= 'z', ..];

    private static int Answer(ParseResult parsed)
    {
        var text = string.Join(' ', parsed.GetRequiredValue(Text));
        var zone = parsed.GetValue(Zone) ?? Composition.MachineZone();
        var now = parsed.GetValue(Now) is { } typed ? ZoneTime.ToInstant(typed, zone) : Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var settings = new DueSettings(new WorkCalendar(zone, parsed.GetValue(Hours) ?? WeekHours.Standard), parsed.GetValue(Order));
        foreach (var line in DueReport.Lines(text, now, settings, parsed.GetValue(Series))) Console.Out.WriteLine(line);
        return DueDateReader.Read(text, now, settings) is DueReading.Value ? ExitCodes.Success : ExitCodes.NotAsExpected;
    }

    private static async Task<int> AnswerLinesAsync(CancellationToken stop)
    {
        using var questions = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        await using var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        while (await questions.ReadLineAsync(stop) is { } line)
        {
            if (line.Trim().Length > 0) await answers.WriteLineAsync(DueBatch.Line(line));
        }

        return ExitCodes.Success;
    }
}
