using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;
using TriageBot.Features.Duty;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Escalations;

/// <summary>Customer matters under a service level: three clocks, one card, a ladder that ends visibly.</summary>
internal sealed class EscalationFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => EscalationTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<ClockStore>().AddSingleton<EscalationStore>().AddSingleton<FollowerStore>().AddSingleton<EscalationCards>().AddSingleton<EscalationParts>()
        .AddSingleton<EscalationChanger>().AddSingleton<EscalationNews>().AddSingleton<EscalationLadder>().AddSingleton<EscalationHeld>().AddSingleton<ActParts>()
        .AddSingleton<EscalationActs>().AddSingleton<EscalationReceipts>().AddSingleton<EscalationIntakeParts>().AddSingleton<EscalationIntake>()
        .AddSingleton<EscalationHandlers>().AddSingleton<EscalationTimers>().AddSingleton<EscalationWhy>().AddSingleton<EscalationLists>()
        .AddSingleton<ICustomerMatters>(provider => provider.GetRequiredService<EscalationLists>())
        .AddSingleton<IHandedOver, EscalationHandOver>()
        .AddSingleton<EscalationLevels>()
        .AddSingleton<ICustomerLevelChanged>(provider => provider.GetRequiredService<EscalationLevels>())
        .AddSingleton<ILevelHoursChanged>(provider => provider.GetRequiredService<EscalationLevels>());

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var acts = services.GetRequiredService<EscalationHandlers>();
        var intake = services.GetRequiredService<EscalationIntake>();
        var timers = services.GetRequiredService<EscalationTimers>();
        map.Change(EscalationCommands.Escalate, intake.EscalateAsync)
            .Look(EscalationCommands.Escalations, services.GetRequiredService<EscalationLists>().ListAsync)
            .Change(EscalationCommands.Answered, acts.AnsweredAsync)
            .Change(EscalationCommands.Heard, acts.HeardAsync)
            .Change(EscalationCommands.Wait, acts.WaitAsync)
            .Change(EscalationCommands.Solved, acts.SolvedAsync)
            .Change(EscalationCommands.Reopen, acts.ReopenAsync);
        map.Control(EscalationVerbs.Acknowledge, acts.AcknowledgePressedAsync)
            .Control(EscalationVerbs.Answered, acts.AnsweredPressedAsync)
            .Control(EscalationVerbs.Heard, acts.HeardPressedAsync)
            .Control(EscalationVerbs.Wait, acts.WaitPressedAsync)
            .Form(EscalationVerbs.Wait, acts.WaitFilledAsync, acts.WaitPressedAsync)
            .Control(EscalationVerbs.GoOn, acts.GoOnPressedAsync)
            .Control(EscalationVerbs.Solved, acts.SolvedPressedAsync)
            .Control(EscalationVerbs.Reopen, acts.ReopenPressedAsync)
            .Control(EscalationVerbs.Join, intake.JoinAsync);
        map.Timer(EscalationTimers.Clock, timers.ClockDueAsync)
            .Timer(EscalationTimers.Rung, timers.RungDueAsync)
            .Timer(EscalationTimers.Acknowledged, timers.AcknowledgementDueAsync)
            .Timer(EscalationTimers.Wait, timers.WaitOverAsync);
    }
}
