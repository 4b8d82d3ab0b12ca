using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Features.Why;

/// <summary><c>/why</c>: the place of an item, held message or task, in words.</summary>
internal sealed class WhyFeature : IFeature
{
    public static readonly CommandSpec Why = new("why", "Why an item stands where it stands, in words")
    {
        Options = [new("id", OptionKind.Item, "Number of the item: 142 or #142") { Positional = true, Required = true, Items = ItemKind.Any }],
        Examples = ["/why 12"],
        Details = "For a held message: its deadline, how long it has waited, its place in the queue. For a task: the order of the agenda, for this one task. For a promise: its hours, on what it was given, its versions.",
    };

    public IEnumerable<ReplyText> Texts => WhyTexts.All;

    public void AddServices(IServiceCollection services) => services.AddSingleton<TaskWhyTexts>().AddSingleton<WhyOthers>().AddSingleton<WhyHandlers>();

    public void Register(FeatureMap map, IServiceProvider services) => map.Look(Why, services.GetRequiredService<WhyHandlers>().WhyAsync);
}

internal static class WhyTexts
{
    public static readonly ReplyText Task = new("why.task", "number", "what", "why");
    public static readonly ReplyText ClosedTask = new("why.closed-task", "number", "what", "state");

    public static readonly ReplyText DeferredTask = new("why.deferred-task", "number", "what", "day");
    public static readonly ReplyText PrivateTask = new("why.private-task", "number", "what");

    public static IEnumerable<ReplyText> All => [Task, ClosedTask, DeferredTask, PrivateTask];
}
