using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;
using TriageBot.Features.Duty;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>Dated commitments to customers: written down, watched, kept or renegotiated in time (rules C6–C8).</summary>
internal sealed class PromiseFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => PromiseTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<PromiseStore>().AddSingleton<LikeStore>().AddSingleton<PromiseLoads>().AddSingleton<PromiseGuards>().AddSingleton<PromiseDates>().AddSingleton<PromiseSchedule>()
        .AddSingleton<PromiseChanger>().AddSingleton<PromiseCards>().AddSingleton<PromiseNews>().AddSingleton<PromiseActParts>().AddSingleton<PromiseActs>()
        .AddSingleton<PromiseIntakeParts>().AddSingleton<PromiseIntake>().AddSingleton<PromiseHandlers>().AddSingleton<PromiseMoves>().AddSingleton<PromiseLists>()
        .AddSingleton<PromiseTimers>().AddSingleton<PromiseWhy>().AddSingleton<PromiseDisplaced>().AddSingleton<PromiseOffers>()
        .AddSingleton<IHandedOver, PromiseHandOver>().AddSingleton<ITaskChanged, PromiseTasks>().AddSingleton<IOwnerPlanChanged, PromisePlans>().AddSingleton<ICustomerMatters, PromiseCustomers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var intake = services.GetRequiredService<PromiseIntake>();
        var acts = services.GetRequiredService<PromiseHandlers>();
        var moves = services.GetRequiredService<PromiseMoves>();
        var offers = services.GetRequiredService<PromiseOffers>();
        var lists = services.GetRequiredService<PromiseLists>();
        map.Change(PromiseCommands.Promise, intake.PromiseAsync)
            .Look(PromiseCommands.Promises, lists.ListAsync)
            .Change(PromiseCommands.Kept, acts.KeptAsync)
            .Change(PromiseCommands.Renegotiate, moves.RenegotiateAsync);
        map.Control(PromiseVerbs.Keep, acts.KeepPressedAsync)
            .Control(PromiseVerbs.Move, moves.PressedAsync)
            .Form(PromiseVerbs.Move, moves.FilledAsync, moves.PressedAsync)
            .Control(PromiseVerbs.DueTo, moves.OtherReadingAsync)
            .Control(PromiseVerbs.Message, moves.EditMessageAsync)
            .Form(PromiseVerbs.Message, moves.MessageFilledAsync, moves.EditMessageAsync)
            .Control(PromiseVerbs.HandOver, acts.HandOverPressedAsync)
            .Control(PromiseVerbs.To, acts.OfferAsync)
            .Form(PromiseVerbs.To, acts.OfferAsync, acts.OfferAsync, MemberChoice.SomebodyElse)
            .Control(PromiseVerbs.Accept, acts.AcceptAsync)
            .Control(PromiseVerbs.Decline, acts.DeclineAsync)
            .Control(PromiseVerbs.Withdraw, acts.WithdrawPressedAsync)
            .Form(PromiseVerbs.Withdraw, acts.WithdrawFilledAsync, acts.WithdrawPressedAsync)
            .Control(PromiseVerbs.Cause, acts.CausePressedAsync)
            .Form(PromiseVerbs.Cause, acts.CauseFilledAsync, acts.CausePressedAsync)
            .Control(PromiseVerbs.Undo, acts.UndoPressedAsync)
            .Control(PromiseVerbs.Anyway, intake.AnywayAsync)
            .Control(PromiseVerbs.Again, intake.AgainAsync)
            .Control(PromiseVerbs.Offered, offers.OfferedAsync)
            .Form(PromiseVerbs.New, intake.FilledAsync, offers.OpenAgainAsync)
            .Control(PromiseVerbs.Open, acts.OpenAsync)
            .Control(PromiseVerbs.Page, lists.TurnPageAsync);
        RegisterTimers(map, services.GetRequiredService<PromiseTimers>());
    }

    private static void RegisterTimers(FeatureMap map, PromiseTimers timers) => map
        .Timer(PromiseSchedule.Half, timers.HalfDueAsync)
        .Timer(PromiseSchedule.Last, timers.LastDueAsync)
        .Timer(PromiseSchedule.Due, timers.DueAsync)
        .Timer(PromiseSchedule.Told, timers.TellDueAsync);
}
