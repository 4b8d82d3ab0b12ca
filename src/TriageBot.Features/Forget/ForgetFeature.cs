using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Forget;

/// <summary>Erases a person or a customer.</summary>
internal sealed class ForgetFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => ForgetTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<ForgetStore>().AddSingleton<ForgetEditStore>().AddSingleton<ForgetPersonStore>().AddSingleton<ForgetCustomerStore>()
        .AddSingleton<ForgetMatters>().AddSingleton<ForgetParts>().AddSingleton<ForgetAnswers>().AddSingleton<ForgetSubjects>()
        .AddSingleton<ForgetPerson>().AddSingleton<ForgetCustomer>().AddSingleton<ForgetHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<ForgetHandlers>();
        map.Look(ForgetCommands.Forget, handlers.AskAsync)
            .Control(ForgetVerbs.Person, handlers.PersonAsync)
            .Control(ForgetVerbs.Customer, handlers.CustomerAsync)
            .Control(ForgetVerbs.Cancel, handlers.CancelAsync);
    }
}
