using TriageBot.Core.Chat;
using TriageBot.Core.ServiceLevels;

namespace TriageBot.Features.ServiceLevels;

/// <summary><c>/levels import</c>: the levels and closures of the team's file. A level whose terms get worse begins in 14 days, as if it had been typed (rule C5).</summary>
internal sealed class LevelImport(LevelChanger changer, LevelCards cards, BotSettings settings, ReplyTexts texts)
{
    private const int MostFaults = 10;

    public async Task<Reply> ImportAsync(Turn turn)
    {
        if (!File.Exists(settings.LevelsFile)) return texts.Private(LevelTexts.NoFile, ("file", ReplyValue.Typed(Path.GetFileName(settings.LevelsFile))));
        var today = turn.Now.InZone(turn.Workspace.TimeZone).Date;
        // A few lines of a local file: read at once, within the unit.
        var file = LevelFile.Read(File.ReadAllText(settings.LevelsFile), turn.Workspace.TimeZone, today);
        var faults = file.Faults.Concat(await UnknownLevelsAsync(turn, file).ConfigureAwait(false)).ToList();
        if (faults.Count > 0)
        {
            return texts.Private(
                LevelTexts.FileFaults,
                ("file", ReplyValue.Typed(Path.GetFileName(settings.LevelsFile))),
                ("faults", ReplyValue.Typed(string.Join("\n", faults.Take(MostFaults)))));
        }

        var lines = new List<RichText> { texts.Say(LevelTexts.Imported, ("levels", file.Levels.Length), ("closures", file.Closures.Length)) };
        foreach (var level in file.Levels) lines.AddRange(await SaveAsync(turn, level).ConfigureAwait(false));
        foreach (var closure in file.Closures.Where(closure => closure.On >= today))
        {
            await changer.CloseAsync(turn.Unit, closure, $"{Core.Time.TimeText.Day(closure.On, today)} is closed ({closure.Name})").ConfigureAwait(false);
        }

        return new Reply.Private(new Card(RichText.Lines([.. lines, (await cards.CardAsync(turn.Unit, "").ConfigureAwait(false)).Text])));
    }

    private async Task<IEnumerable<RichText>> SaveAsync(Turn turn, ServiceLevel level)
    {
        var today = turn.Now.InZone(level.Zone).Date;
        var versions = await changer.Book.VersionsAsync(turn.Unit, level.Name).ConfigureAwait(false);
        var old = versions.LastOrDefault(version => version.From <= today);
        if (old is not null && old with { From = level.From } == level) return [];
        var earliest = LevelRules.EarliestFrom(old, level, today);
        var dated = old is not null && level.From < earliest ? level with { From = earliest } : level;
        if (versions.Contains(dated)) return [];
        await changer.SaveAsync(turn.Unit, dated, turn.Author.Id, $"the hours of {level.Name} changed").ConfigureAwait(false);
        return dated == level
            ? []
            : [texts.Say(
                LevelTexts.Notice,
                ("worse", ReplyValue.Words($"{level.Name}: {string.Join("; ", LevelRules.Worse(old ?? level, level))}")),
                ("day", ReplyValue.Words(Core.Time.TimeText.Day(dated.From, today))))];
    }

    private async Task<IEnumerable<string>> UnknownLevelsAsync(Turn turn, LevelFile file)
    {
        var known = (await changer.Book.NamesAsync(turn.Unit).ConfigureAwait(false)).Concat(file.Levels.Select(level => level.Name)).ToHashSet();
        return file.Closures.Where(closure => closure.Level.Length > 0 && !known.Contains(closure.Level)).Select(closure => $"closure on {closure.On:uuuu-MM-dd}: there is no level “{closure.Level}”");
    }
}
