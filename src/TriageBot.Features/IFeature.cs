using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features;

/// <summary>One capability: says what it needs, which commands, controls, forms, menus and timers it answers, and which sentences it speaks.</summary>
internal interface IFeature
{
    IEnumerable<ReplyText> Texts { get; }

    void AddServices(IServiceCollection services);

    void Register(FeatureMap map, IServiceProvider services);
}
