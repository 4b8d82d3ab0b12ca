using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Urgent;
using TriageBot.Core.Workspaces;
using TriageBot.Features.Customers;
using TriageBot.Features.Forms;
using TriageBot.Features.Inbox;
using TriageBot.Features.Outbox;
using TriageBot.Features.Tasks;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features;

/// <summary>Registers the bot: everything between a chat platform and the database.</summary>
public static class TriageBotServices
{
    /// <summary>The caller adds an <c>IDatabase</c>, a <see cref="TimeProvider"/>, <see cref="ReplyTexts"/> checked against <see cref="AllTexts"/>, its <see cref="IChatPlatform"/>s and logging.</summary>
    public static IServiceCollection AddTriageBot(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(settings.Team).AddSingleton(settings.Hold).AddSingleton(settings.Ladder);
        services.AddSingleton<WorkspaceStore>().AddSingleton<MemberStore>().AddSingleton<OwnerStore>();
        services.AddSingleton<InboxStore>().AddSingleton<OutboxStore>().AddSingleton<CardStore>().AddSingleton<TimerStore>().AddSingleton<TaskStore>().AddSingleton<CustomerStore>();
        services.AddSingleton<Greetings>().AddSingleton<Departures>().AddSingleton<ArrivalParts>();
        services.AddSingleton<Arrivals>().AddSingleton<Refusals>().AddSingleton<Problems>().AddSingleton<CustomerNaming>().AddSingleton<CompletionPlaces>().AddSingleton<ItemCompletion>().AddSingleton<Completions>().AddSingleton<Failures>();
        services.AddSingleton<CycleSignal>().AddSingleton<Undelivered>().AddSingleton<OutboxParts>().AddSingleton<OutboxSender>().AddSingleton<RouterParts>().AddSingleton<CycleParts>();
        foreach (var feature in FeatureCatalog.All) feature.AddServices(services);
        services.AddSingleton(provider =>
        {
            var map = new FeatureMap(provider.GetRequiredService<RefusedForms>());
            foreach (var feature in FeatureCatalog.All) feature.Register(map, provider);
            return map;
        });
        services.AddSingleton<IChatBot, CommandRouter>().AddSingleton<Cycle>();
        return services;
    }

    /// <summary>Every sentence the bot says, for checking <c>config/replies.en.json</c> at start.</summary>
    public static IEnumerable<ReplyText> AllTexts => RouterTexts.All.Concat(WorkspaceTexts.All).Concat(FeatureCatalog.All.SelectMany(feature => feature.Texts));

    /// <summary>Every command, without a database or a platform: for documents and checks.</summary>
    public static CommandTree Commands => Surface.Commands;

    /// <summary>Everything that people can use, as above.</summary>
    public static IChatSurface Surface
    {
        get
        {
            var (texts, _) = ReplyTexts.Check(new Dictionary<string, string>(), []);
            var settings = new BotSettings(TeamDefaults.In(DateTimeZone.Utc), HoldSettings.Standard);
            var services = new ServiceCollection().AddSingleton(texts ?? throw new InvalidOperationException("No sentences are needed here."));
            using var provider = services.AddTriageBot(settings).BuildServiceProvider();
            var map = provider.GetRequiredService<FeatureMap>();
            return new BareSurface(new CommandTree(map.Commands), map.Menus, map.MemberMenus);
        }
    }

    private sealed record BareSurface(CommandTree Commands, IReadOnlyList<string> MessageMenus, IReadOnlyList<string> MemberMenus) : IChatSurface;
}
