using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Features.Setup;

/// <summary><c>/blocks</c>.</summary>
internal sealed class BlockHandlers(SetupChanger changer, Settings settings, SetupPeople people, SetupWords words, ReplyTexts texts)
{
    public async Task<Reply> BlocksAsync(Turn turn)
    {
        if (turn.Value("function") is not { } typed) return await ShowAsync(turn).ConfigureAwait(false);
        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Blocks).ConfigureAwait(false);
        if (plan is null) return problem;
        if (BlockPlanText.ReadFunction(typed) is not { } function) return texts.Private(SetupTexts.NoFunction, ("typed", ReplyValue.Typed(Whole(turn))));
        if (turn.Value("hours") is not { } hours) return texts.Private(SetupTexts.NoBlockHours, ("typed", ReplyValue.Typed(Whole(turn))));
        switch (hours.Equals(SetupCommands.Nothing, StringComparison.OrdinalIgnoreCase) ? new ParseOutcome<WeekHours>.Success(WeekHours.None) : WeekHours.Read(hours))
        {
            case ParseOutcome<WeekHours>.Problem wrong:
                return people.Problem(turn, SetupCommands.Blocks, "hours", wrong);
            case ParseOutcome<WeekHours>.Success read:
                var blocks = BlockPlanText.With(plan.Blocks, new Block(function, read.Value));
                if (blocks.Length > Block.MostBlocks) return texts.Private(SetupTexts.ManyBlocks, ("count", Block.MostBlocks), ("typed", ReplyValue.Typed(Whole(turn))));
                var change = await settings.ToAsync(turn.Unit, new Setting(SettingKind.Blocks, plan.Owner), BlockPlanText.Print(blocks)).ConfigureAwait(false);
                return await changer.SetAsync(turn, change).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("Unknown outcome of reading hours.");
        }
    }

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var (plans, problem) = await people.ShownAsync(turn).ConfigureAwait(false);
        if (plans.Count == 0) return problem is Reply.Nothing ? texts.Private(SetupTexts.NextOwner) : problem;
        var lines = new List<RichText>();
        foreach (var plan in plans) lines.AddRange(await words.StateAsync(turn.Unit, new Setting(SettingKind.Blocks, plan.Owner), turn.Author.Id).ConfigureAwait(false));
        return new Reply.Private(new Card(RichText.Lines([.. lines, texts.Say(SetupTexts.HowBlocks)])));
    }

    private static string Whole(Turn turn) => $"{turn.Value("function")} {turn.Value("hours")}".Trim();
}
