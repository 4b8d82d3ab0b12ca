using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Time;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Whose set-up is meant, and whether the author may change it (rule X5).</summary>
internal sealed class SetupPeople(IntakeParts parts)
{
    public WorkspaceStore Workspaces => parts.Workspaces;

    public MemberStore Members => parts.Members;

    /// <summary>Owners whose plan is asked for: the one named, else the author, else all of them.</summary>
    public async Task<(IReadOnlyList<OwnerPlan> Plans, Reply Problem)> ShownAsync(Turn turn)
    {
        if (turn.Value("for") is null && !turn.Author.IsOwner)
        {
            return (await parts.Owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false), Reply.Nothing.Instance);
        }

        var (plan, problem) = await parts.OwnerNamedAsync(turn, turn.Value("for") ?? turn.Author.Id.Value).ConfigureAwait(false);
        return (plan is null ? [] : [plan], problem);
    }

    /// <summary>The owner whose plan is to be changed: the one named, else the author; or the answer to give instead.</summary>
    public async Task<(OwnerPlan? Plan, Reply Problem)> ChangedAsync(Turn turn, CommandSpec command)
    {
        if (turn.Value("for") is null && !turn.Author.IsOwner) return (null, await AskWhoseAsync(turn, command).ConfigureAwait(false));
        var (plan, problem) = await parts.OwnerNamedAsync(turn, turn.Value("for") ?? turn.Author.Id.Value).ConfigureAwait(false);
        if (plan is null) return (null, problem);
        return await RefuseAsync(turn, new Setting(SettingKind.Breaks, plan.Owner)).ConfigureAwait(false) is { } refusal ? (null, refusal) : (plan, problem);
    }

    public async Task<(Member? Member, Reply Problem)> MemberAsync(Turn turn, string typed)
    {
        var member = await parts.Members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false);
        if (member is not null) return (member, Reply.Nothing.Instance);
        var everybody = await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return (null, parts.Problems.NoSuchMember(typed, everybody.Select(each => each.Name)));
    }

    /// <summary>A refusal when the author may not change this; null when they may.</summary>
    public async Task<Reply?> RefuseAsync(Turn turn, Setting setting)
    {
        var (act, what) = setting.Kind is SettingKind.Zone or SettingKind.Hours or SettingKind.Breaks or SettingKind.Closures or SettingKind.Agenda
            or SettingKind.Buffer or SettingKind.Blocks or SettingKind.Quiet or SettingKind.QuietHours or SettingKind.DateOrder
            ? ((Act)new Act.SetUpMember(setting.Member), "Another member's set-up")
            : (new Act.SetUpWorkspace(), "The team's set-up");
        return Policy.Decide(turn.Actor, act) is Verdict.Refused refused ? await parts.Refusals.ReplyAsync(turn, refused, what).ConfigureAwait(false) : null;
    }

    /// <summary>What is wrong with a typed hours or breaks text, with the whole command as it would work.</summary>
    public Reply Problem<T>(Turn turn, CommandSpec command, string option, ParseOutcome<T>.Problem problem)
    {
        var corrected = turn.Values.ToDictionary(value => value.Key, value => value.Value);
        corrected[option] = problem.Example;
        return parts.Problems.Reply(new ParseResult.Problem(problem.Sentence, problem.Position, CommandPrinter.Print(command, corrected)), turn.Value(option) ?? "");
    }

    private async Task<Reply> AskWhoseAsync(Turn turn, CommandSpec command)
    {
        var first = (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(member => member.IsOwner);
        var named = turn.Values.ToDictionary(value => value.Key, value => value.Value);
        named["for"] = "@" + (first?.Name ?? "name");
        return parts.Texts.Private(
            SetupTexts.Whose,
            ("typed", ReplyValue.Typed(CommandPrinter.Print(command, turn.Values))),
            ("example", ReplyValue.Typed(CommandPrinter.Print(command, named))));
    }
}
