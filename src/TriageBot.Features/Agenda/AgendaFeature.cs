using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>The morning agenda.</summary>
internal sealed class AgendaFeature : IFeature
{
    private static readonly CommandSpec Agenda = new("agenda", "Show your agenda for today or another day")
    {
        Options = [new("day", OptionKind.Date, "Which day; today, when left out") { Positional = true }],
        Examples = ["/agenda", "/agenda tomorrow", "/agenda fri"],
        Details = "Owners get theirs posted each working day; this shows it at any time, to you alone.",
    };

    public IEnumerable<ReplyText> Texts => AgendaTexts.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AgendaStore>().AddSingleton<AgendaSnapshots>().AddSingleton<AgendaRenderer>()
            .AddSingleton<AgendaAnswers>().AddSingleton<AgendaHandlers>().AddSingleton<AgendaPoster>().AddSingleton<AgendaTimers>()
            .AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<AgendaTimers>());
    }

    public void Register(FeatureMap map, IServiceProvider services) => map
        .Look(Agenda, services.GetRequiredService<AgendaHandlers>().LookAsync)
        .Timer(AgendaTimers.Kind, services.GetRequiredService<AgendaTimers>().PostAsync);
}
