using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Satisfaction;

/// <summary>How an answer was, on a scale of 1 to 5 (rule C11).</summary>
internal sealed class SatisfactionFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => SatisfactionTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<SatisfactionStore>().AddSingleton<SatisfactionAsker>().AddSingleton<SatisfactionHandlers>().AddSingleton<SatisfactionCustomers>()
        .AddSingleton<ICustomerMatters>(provider => provider.GetRequiredService<SatisfactionCustomers>())
        .AddSingleton<ICustomerLines>(provider => provider.GetRequiredService<SatisfactionCustomers>());

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<SatisfactionHandlers>();
        map.Control(SatisfactionVerbs.Rate, handlers.RateAsync)
            .Control(SatisfactionVerbs.Close, handlers.CloseAsync);
    }
}
