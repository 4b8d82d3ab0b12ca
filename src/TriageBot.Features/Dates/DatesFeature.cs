using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Dates;

/// <summary>Typed dates: read, asked about, refused with what would work.</summary>
internal sealed class DatesFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => DateTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<DateQuestionStore>().AddSingleton<DateQuestions>().AddSingleton<DueInput>().AddSingleton<DateOrders>().AddSingleton<DateAnswers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var answers = services.GetRequiredService<DateAnswers>();
        map.Control(DateQuestions.Take, turn => answers.TakeAsync(turn, map)).Control(DateQuestions.Order, turn => answers.OrderAsync(turn, map));
    }
}
