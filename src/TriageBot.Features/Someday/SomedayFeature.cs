using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Someday;

/// <summary>The rhythm of the someday-maybe list: keep, do, drop, the question after five showings, the archive.</summary>
internal sealed class SomedayFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => SomedayTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<SomedayAnswers>().AddSingleton<SomedayTurns>().AddSingleton<SomedayArchive>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var answers = services.GetRequiredService<SomedayAnswers>();
        map.Change(SomedayCommands.Keep, answers.KeepAsync)
            .Change(SomedayCommands.Do, answers.DoAsync)
            .Control(SomedayVerbs.Keep, answers.KeepPressedAsync)
            .Control(SomedayVerbs.KeepChosen, answers.KeepChosenAsync)
            .Control(SomedayVerbs.Answer, answers.AnswerChosenAsync)
            .Control(SomedayVerbs.Restore, answers.RestoreChosenAsync)
            .Control(SomedayVerbs.Archive, services.GetRequiredService<SomedayArchive>().TurnPageAsync);
    }
}
