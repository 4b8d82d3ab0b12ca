using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>The morning agenda.</summary>
internal sealed class AgendaFeature : IFeature
{
    private static readonly CommandSpec Agenda = new("agenda", "Show your agenda for today or another day")
    {
        Options = [new("day", OptionKind.Date, "Which day, and all for everything in it; today, when left out") { Positional = true }],
        Examples = ["/agenda", "/agenda tomorrow", "/agenda all", "/agenda fri all"],
        Details = "Owners get theirs posted each working day; this shows it at any time, to you alone. "
            + "On the first working day of a week it is the long form, with what is planned for each day.",
    };

    private static readonly CommandSpec Fit = new("fit", "Show what you could finish in a few minutes", CommandAccess.Owners)
    {
        Options = [new("minutes", OptionKind.Duration, "How long you have, such as 20m or 1h") { Positional = true, Required = true }],
        Examples = ["/fit 20m", "/fit 1h"],
        Details = "The next five in the order of the agenda that fit, reckoned with how long things really take you.",
    };

    public IEnumerable<ReplyText> Texts => AgendaTexts.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => new PlatformCapabilities(provider.GetServices<IChatPlatform>))
            .AddSingleton<AgendaStore>().AddSingleton<AgendaTaskStore>().AddSingleton<DayLog>().AddSingleton<AgendaSnapshots>()
            .AddSingleton<AgendaHead>().AddSingleton<AgendaTasks>().AddSingleton<AgendaFoot>().AddSingleton<AgendaCustomerLines>().AddSingleton<AgendaCustomers>().AddSingleton<AgendaGlances>().AddSingleton<AgendaRenderer>().AddSingleton<AgendaCards>()
            .AddSingleton<AgendaAnswers>().AddSingleton<AgendaHandlers>().AddSingleton<FitHandlers>().AddSingleton<CostOfYes>().AddSingleton<AgendaPoster>().AddSingleton<AgendaTimers>()
            .AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<AgendaTimers>());
    }

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<AgendaHandlers>();
        map.Look(Agenda, handlers.LookAsync)
            .Look(Fit, services.GetRequiredService<FitHandlers>().FitAsync)
            .Control(AgendaHandlers.All, handlers.ShowAllAsync)
            .Control(AgendaHandlers.Day, handlers.ShowDayAsync)
            .Timer(AgendaTimers.Kind, services.GetRequiredService<AgendaTimers>().PostAsync);
    }
}
