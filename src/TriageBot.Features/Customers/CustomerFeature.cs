using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.AfterSale;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Customers;

/// <summary>Customers as rows: their names, who they are, what is open for them.</summary>
internal sealed class CustomerFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => CustomerTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<CustomerPageParts>().AddSingleton<CustomerCards>().AddSingleton<CustomerChanger>().AddSingleton<CustomerAnswers>().AddSingleton<CustomerNameParts>()
        .AddSingleton<CustomerNameHandlers>().AddSingleton<CustomerHandlers>()
        .AddSingleton(provider => new CustomerImporter(
            provider.GetRequiredService<IDatabase>(),
            provider.GetRequiredService<WorkspaceStore>(),
            provider.GetRequiredService<CustomerStore>(),
            provider.GetRequiredService<CustomerChanger>(),
            provider.GetRequiredService<LevelBook>()));

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<CustomerHandlers>();
        var names = services.GetRequiredService<CustomerNameHandlers>();
        var sales = services.GetRequiredService<SaleHandlers>();
        var touches = services.GetRequiredService<TouchHandlers>();
        map.Change(CustomerCommands.Customer, turn => turn.Value("action") switch
            {
                CustomerCommands.Sale => sales.SaleAsync(turn),
                CustomerCommands.Date => sales.DateAsync(turn),
                CustomerCommands.Touch => sales.IntervalAsync(turn),
                CustomerCommands.Touches => touches.ListAsync(turn),
                _ => handlers.HandleAsync(turn),
            })
            .Control(CustomerVerbs.Show, handlers.ShowPressedAsync)
            .Control(CustomerVerbs.Open, handlers.ShowPressedAsync)
            .Control(CustomerVerbs.Page, handlers.TurnPageAsync)
            .Control(CustomerVerbs.New, handlers.AddPressedAsync)
            .Control(CustomerVerbs.AddOfItem, names.AddOfItemAsync)
            .Control(CustomerVerbs.IsMeant, names.IsMeantAsync)
            .Control(CustomerVerbs.UndoAdd, handlers.UndoAddAsync)
            .Control(CustomerVerbs.UndoEdit, handlers.UndoEditAsync)
            .Control(CustomerVerbs.UndoRename, names.UndoRenameAsync)
            .Control(CustomerVerbs.Merge, names.MergeAsync)
            .Control(CustomerVerbs.KeepBoth, names.KeepBothAsync);
    }
}
