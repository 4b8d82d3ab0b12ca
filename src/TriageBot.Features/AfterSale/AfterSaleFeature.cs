using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;

namespace TriageBot.Features.AfterSale;

/// <summary>Customers hear from the team without having asked: after a sale, on their days, and when nobody has spoken with them for long (rule C10).</summary>
internal sealed class AfterSaleFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => AfterSaleTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<TouchStore>().AddSingleton<TouchUndoStore>().AddSingleton<TouchBook>().AddSingleton<ICustomerTouches>(provider => provider.GetRequiredService<TouchBook>())
        .AddSingleton<TouchPage>().AddSingleton<ICustomerLines>(provider => provider.GetRequiredService<TouchPage>())
        .AddSingleton<ICustomerMerged>(provider => provider.GetRequiredService<TouchPage>())
        .AddSingleton<ICustomerTrouble, EscalationTrouble>().AddSingleton<ICustomerTrouble, PromiseTrouble>().AddSingleton<TouchHandlers>().AddSingleton<SaleHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var touches = services.GetRequiredService<TouchHandlers>();
        map.Control(TouchVerbs.Open, touches.OpenAsync)
            .Control(TouchVerbs.Done, touches.DoneAsync)
            .Control(TouchVerbs.Later, touches.LaterAsync)
            .Control(TouchVerbs.Skip, touches.SkipAsync)
            .Control(TouchVerbs.Undo, touches.UndoAsync)
            .Control(TouchVerbs.TakeBack, services.GetRequiredService<SaleHandlers>().TakeBackAsync)
            .Control(TouchVerbs.UndoInterval, services.GetRequiredService<SaleHandlers>().UndoIntervalAsync);
    }
}
