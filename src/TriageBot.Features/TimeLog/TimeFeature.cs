using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;

namespace TriageBot.Features.TimeLog;

/// <summary>Time spent: written down, measured, asked for after breaks, and summed up.</summary>
internal sealed class TimeFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => TimeTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<TimeStore>().AddSingleton<TimeSums>().AddSingleton<TimeWords>().AddSingleton<TimeCards>().AddSingleton<RunningTime>().AddSingleton<TaskTime>()
        .AddSingleton<LogInput>().AddSingleton<LogHandlers>().AddSingleton<EntryHandlers>().AddSingleton<ClockParts>().AddSingleton<ClockHandlers>()
        .AddSingleton<TimeCustomers>().AddSingleton<ICustomerMatters>(provider => provider.GetRequiredService<TimeCustomers>()).AddSingleton<TimeParts>().AddSingleton<BreakTime>().AddSingleton<TimeTimers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var entries = services.GetRequiredService<EntryHandlers>();
        var clock = services.GetRequiredService<ClockHandlers>();
        map.Change(TimeCommands.Log, services.GetRequiredService<LogHandlers>().LogAsync)
            .Control(TimeVerbs.Start, clock.StartAsync)
            .Control(TimeVerbs.Stop, clock.StopAsync)
            .Control(TimeVerbs.Undo, entries.UndoAsync)
            .Control(TimeVerbs.Restore, entries.RestoreAsync)
            .Control(TimeVerbs.Unplanned, entries.UnplannedAsync)
            .Control(TimeVerbs.Asked, entries.AskedAsync)
            .Form(TimeVerbs.AskedForm, entries.AskedFilledAsync, entries.AskedAsync, TimeCards.Another)
            .Control(TimeVerbs.AfterBreak, services.GetRequiredService<BreakTime>().ChosenAsync)
            .Timer(RunningTime.Forgotten, services.GetRequiredService<TimeTimers>().AskAsync);
    }
}
