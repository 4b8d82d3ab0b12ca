using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Series;

/// <summary>Tasks that repeat.</summary>
internal sealed class SeriesFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => SeriesTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<SeriesStore>().AddSingleton<SeriesLife>().AddSingleton<SeriesHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<SeriesHandlers>();
        map.Change(SeriesCommands.Skip, handlers.SkipAsync).Change(SeriesCommands.Pause, handlers.PauseAsync);
        map.Control(TaskVerbs.Skip, handlers.SkipPressedAsync);
    }
}

/// <summary>The commands for repeating tasks, as data.</summary>
internal static class SeriesCommands
{
    private static readonly OptionSpec Id = new("id", OptionKind.Item, "Number of the task, such as 142") { Positional = true, Required = true };

    public static CommandSpec Skip { get; } = new("skip", "Leave out this one of a repeating task; the next one takes its place")
    {
        Options = [Id],
        Examples = ["/skip 12"],
        Details = "A task repeats when its due date does: /task Water the plants due:\"every monday\". /drop ends the whole series.",
    };

    public static CommandSpec Pause { get; } = new("pause", "Pause a repeating task until a day")
    {
        Options =
        [
            Id,
            new("until", OptionKind.Date, "The first day on which it may come again; none goes on at once") { Positional = true, Required = true },
        ],
        Examples = ["/pause 12 until next monday", "/pause 12 2027-01-04", "/pause 12 none"],
        Details = "What is overdue already stays. Other tasks of the same kind are not touched.",
    };
}
