using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Export;

/// <summary>Everything as files.</summary>
internal sealed class ExportFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => ExportTexts.All;

    public void AddServices(IServiceCollection services) => services.AddSingleton<ExportStore>().AddSingleton<Exporter>().AddSingleton<ExportHandlers>();

    public void Register(FeatureMap map, IServiceProvider services) => map.Look(ExportCommands.Export, services.GetRequiredService<ExportHandlers>().ExportAsync);
}
