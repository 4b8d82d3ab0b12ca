using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Forms;

/// <summary>Forms whose values cannot be used: nothing that was typed into them is lost.</summary>
internal sealed class FormsFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => FormTexts.All;

    public void AddServices(IServiceCollection services) => services.AddSingleton<RefusedForms>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var refused = services.GetRequiredService<RefusedForms>();
        map.Control(RefusedForms.Again, turn => refused.OpenAgainAsync(turn, map));
    }
}

/// <summary>What is said about forms.</summary>
internal static class FormTexts
{
    public static readonly ReplyText Forgotten = new("form.forgotten");
    public static readonly ReplyText NotYours = new("form.not-yours");

    public static IEnumerable<ReplyText> All => [Forgotten, NotYours];
}
