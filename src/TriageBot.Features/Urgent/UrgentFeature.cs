using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Agenda;
using TriageBot.Features.Customers;
using TriageBot.Features.Processing;

namespace TriageBot.Features.Urgent;

internal sealed class UrgentFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => UrgentTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<UrgentStore>().AddSingleton<BreakLoadStore>().AddSingleton<Holding>().AddSingleton<SimilarMessages>().AddSingleton<FollowerNews>().AddSingleton<ReceiptParts>().AddSingleton<Receipts>().AddSingleton<ICustomerMatters, UrgentCustomers>().AddSingleton<IntakeParts>()
            .AddSingleton<UrgentHandlers>().AddSingleton<MemberMenuHandlers>().AddSingleton<RequestHandlers>().AddSingleton<QueueHandlers>().AddSingleton<UrgentTimers>()
            .AddSingleton<IQueueGlance, UrgentQueueGlance>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var intake = services.GetRequiredService<UrgentHandlers>();
        var requests = services.GetRequiredService<RequestHandlers>();
        var members = services.GetRequiredService<MemberMenuHandlers>();
        var kinds = services.GetRequiredService<ProcessingDays>();
        map.Change(UrgentCommands.Urgent, turn => kinds.WithKindAsync(turn, intake.HoldAsync, setsDoDay: false))
            .Menu(UrgentCommands.Menu, intake.HoldFromMenuAsync)
            .MemberMenu(UrgentCommands.MemberMenu, members.AskAsync)
            .Form(MemberMenuHandlers.Verb, members.HoldAsync, members.AskAgainAsync)
            .AnswerTalk(intake.HintAsync)
            .Control("hold-talk", intake.HoldTalkAsync)
            .Control("harm", intake.SetHarmAsync)
            .Control("latest", intake.SetLatestAsync)
            .Form("latest", intake.SetLatestAsync, intake.SetLatestAsync, UrgentHandlers.AnotherDate)
            .Look(UrgentCommands.Requests, requests.ListAsync)
            .Control(SimilarMessages.Join, services.GetRequiredService<SimilarMessages>().JoinAsync)
            .Control("withdraw", requests.WithdrawAsync)
            .Control("withdraw-chosen", requests.WithdrawChosenAsync)
            .Control("solved", requests.SolvedAsync)
            .Look(UrgentCommands.Queue, services.GetRequiredService<QueueHandlers>().QueueAsync)
            .Timer(UrgentTimers.PromiseMoved, services.GetRequiredService<UrgentTimers>().TellMoveAsync);
    }
}
