using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Triage;

/// <summary>How an owner judges and orders: triage, what is listed as important, the own order of a day, and the kind no.</summary>
internal sealed class TriageFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => TriageTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<TriageHandlers>().AddSingleton<ImportanceHandlers>().AddSingleton<PinHandlers>()
        .AddSingleton<DeclineCards>().AddSingleton<DeclineAnswers>().AddSingleton<DeclineHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var triage = services.GetRequiredService<TriageHandlers>();
        var importance = services.GetRequiredService<ImportanceHandlers>();
        var pins = services.GetRequiredService<PinHandlers>();
        var declines = services.GetRequiredService<DeclineHandlers>();
        map.Look(TriageCommands.Triage, triage.StartAsync)
            .Change(TriageCommands.Important, importance.ImportantAsync)
            .Change(TriageCommands.Pin, pins.PinAsync);
        map.Control(TriageVerbs.Judge, triage.JudgePressedAsync)
            .Control(TriageVerbs.Next, triage.NextPressedAsync)
            .Control(TriageVerbs.ImportantUndo, importance.UndoAsync)
            .Control(TriageVerbs.PinUndo, pins.UndoAsync)
            .Control(TriageVerbs.Decline, declines.OpenDeclineAsync)
            .Form(TriageVerbs.DeclineForm, declines.DeclineAsync, declines.OpenDeclineAsync)
            .Control(TriageVerbs.Give, declines.OpenGiveAsync)
            .Form(TriageVerbs.GiveForm, declines.GiveAsync, declines.OpenGiveAsync);
    }
}
