using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Time;

namespace TriageBot.Features.Setup;

/// <summary><c>/zone</c>: everybody's own, a member's, the team's (rule T1).</summary>
internal sealed class ZoneHandlers(SetupChanger changer, Settings settings, SetupPeople people, SetupWords words, ReplyTexts texts)
{
    public async Task<Reply> ZoneAsync(Turn turn)
    {
        var (setting, problem) = await MeantAsync(turn).ConfigureAwait(false);
        if (setting is null) return problem;
        if (turn.Value("zone") is not { } typed) return await ShowAsync(turn, setting).ConfigureAwait(false);
        if (await people.RefuseAsync(turn, setting).ConfigureAwait(false) is { } refusal) return refusal;
        if (setting.Kind == SettingKind.Zone && IsTeam(typed)) return await SetAsync(turn, setting, "").ConfigureAwait(false);
        return ZoneTime.Find(typed) is { } zone ? await SetAsync(turn, setting, zone.Id).ConfigureAwait(false) : NotKnown(turn, typed);
    }

    private async Task<(Setting? Setting, Reply Problem)> MeantAsync(Turn turn)
    {
        if (turn.Value("for") is not { } typed) return (new Setting(SettingKind.Zone, turn.Author.Id), Reply.Nothing.Instance);
        if (IsTeam(typed)) return (Setting.OfTeam(SettingKind.TeamZone), Reply.Nothing.Instance);
        var (member, problem) = await people.MemberAsync(turn, typed).ConfigureAwait(false);
        return (member is null ? null : new Setting(SettingKind.Zone, member.Id), problem);
    }

    private static bool IsTeam(string typed) => typed.Equals(SetupCommands.Team, StringComparison.OrdinalIgnoreCase);

    private async Task<Reply> ShowAsync(Turn turn, Setting setting) => new Reply.Private(new Card(RichText.Lines(
        [.. await words.StateAsync(turn.Unit, setting, turn.Author.Id).ConfigureAwait(false), texts.Say(SetupTexts.HowZone)])));

    private async Task<Reply> SetAsync(Turn turn, Setting setting, string zone) =>
        await changer.SetAsync(turn, await settings.ToAsync(turn.Unit, setting, zone).ConfigureAwait(false)).ConfigureAwait(false);

    private Reply.Private NotKnown(Turn turn, string typed)
    {
        var near = ZoneTime.Suggest(typed);
        var corrected = turn.Values.ToDictionary(value => value.Key, value => value.Value);
        corrected["zone"] = near.FirstOrDefault() ?? "Europe/Oslo";
        var (written, example) = (("typed", ReplyValue.Typed(typed)), ("example", ReplyValue.Typed(CommandPrinter.Print(SetupCommands.Zone, corrected))));
        return new Reply.Private(new Card(near.Count == 0
            ? texts.Say(SetupTexts.NoZone, written, example)
            : texts.Say(SetupTexts.NoZoneButNear, written, ("near", ReplyValue.Words(string.Join(", ", near))), example)));
    }
}
