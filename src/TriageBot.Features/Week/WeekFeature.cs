using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Features.Week;

/// <summary>The weekly report.</summary>
internal sealed class WeekFeature : IFeature
{
    public static CommandSpec Week { get; } = new("week", "Your weekly report: time, tasks, urgent messages, promises", CommandAccess.Owners)
    {
        Options = [new("week", OptionKind.Text, "last, or a day in the week; this week so far, when left out") { Positional = true, MaxLength = 100 }],
        Examples = ["/week", "/week last", "/week 9 Mar"],
        Details = "Only you see it. What nobody logged is unlogged: nothing is guessed. Below it you can say afterwards whether what interrupted you could have waited; "
            + "whoever asked sees only how many of theirs could, in /requests. "
            + "Where six weeks with logged time show that customers need more than one person has, it ends with the numbers.",
    };

    public IEnumerable<ReplyText> Texts => WeekTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<WeekStore>().AddSingleton<HireSignals>().AddSingleton<WeekLines>().AddSingleton<WeekCards>().AddSingleton<WeekInput>().AddSingleton<WeekParts>().AddSingleton<WeekHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var week = services.GetRequiredService<WeekHandlers>();
        map.Look(Week, week.LookAsync)
            .Control(WeekVerbs.Show, week.ShowAsync)
            .Control(WeekVerbs.Judge, week.JudgeAsync)
            .Control(WeekVerbs.JudgeUndo, week.UndoJudgeAsync);
    }
}

/// <summary>Verbs of the controls of a report. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class WeekVerbs
{
    public const string Show = "week";
    public const string Judge = "week-judge";
    public const string JudgeUndo = "week-judge-undo";
}
