using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;
using TriageBot.Features.Processing;

namespace TriageBot.Features.Tasks;

/// <summary>Tasks and the someday-maybe list.</summary>
internal sealed class TaskFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => [.. TaskTexts.All, .. TaskListTexts.All];

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<TaskPeopleStore>().AddSingleton<OwnOrderStore>().AddSingleton<ImportanceStore>().AddSingleton<TaskListStore>().AddSingleton<TaskRunStore>().AddSingleton<OpenPages>().AddSingleton<TaskPages>().AddSingleton<TaskListTexts>().AddSingleton<TaskDates>().AddSingleton<TaskInput>()
        .AddSingleton<TaskFacts>().AddSingleton<TaskCards>().AddSingleton<TaskChangeParts>().AddSingleton<TaskChanger>().AddSingleton<TaskAnswers>().AddSingleton<TaskOutput>()
        .AddSingleton<TaskAdding>().AddSingleton<TaskCustomerStore>().AddSingleton<ICustomerMatters, TaskCustomers>().AddSingleton<TaskHandlers>().AddSingleton<TaskDateHandlers>().AddSingleton<TaskLists>().AddSingleton<SomedayLists>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var adding = services.GetRequiredService<TaskAdding>();
        var handlers = services.GetRequiredService<TaskHandlers>();
        var dates = services.GetRequiredService<TaskDateHandlers>();
        var lists = services.GetRequiredService<TaskLists>();
        var someday = services.GetRequiredService<SomedayLists>();
        var kinds = services.GetRequiredService<ProcessingDays>();
        map.Change(TaskCommands.Task, turn => kinds.WithKindAsync(turn, adding.AddAsync, setsDoDay: true))
            .Look(TaskCommands.Tasks, lists.ListAsync)
            .Change(TaskCommands.Done, handlers.DoneAsync)
            .Change(TaskCommands.Drop, handlers.DropAsync)
            .Change(TaskCommands.Move, handlers.MoveAsync)
            .Change(TaskCommands.Due, handlers.DueAsync)
            .Change(TaskCommands.Edit, handlers.EditAsync)
            .Change(TaskCommands.Someday, someday.AddOrShowAsync);
        map.Control(TaskVerbs.Done, handlers.DonePressedAsync)
            .Control(TaskVerbs.Move, handlers.MoveChosenAsync)
            .Form(TaskVerbs.MoveForm, handlers.MoveFilledAsync, handlers.MoveChosenAsync, TaskControls.AnotherDay)
            .Control(TaskVerbs.Someday, handlers.SomedayPressedAsync)
            .Control(TaskVerbs.Drop, handlers.DropPressedAsync)
            .Control(TaskVerbs.Restore, handlers.RestorePressedAsync)
            .Control(TaskVerbs.Undo, handlers.UndoPressedAsync)
            .Control(TaskVerbs.DueTo, dates.DueToAsync)
            .Control(TaskVerbs.DoOn, dates.DoOnAsync)
            .Control(TaskVerbs.DoOnBeside, dates.DoOnBesideAsync)
            .Control(TaskVerbs.Judge, handlers.JudgePressedAsync)
            .Control(TaskVerbs.Page, lists.TurnPageAsync)
            .Control(TaskVerbs.OldPage, lists.TurnPageAsync)
            .Control(TaskVerbs.Open, lists.OpenAsync)
            .Control(TaskVerbs.SomedayPage, someday.TurnPageAsync)
            .Control(TaskVerbs.SomedayDo, someday.DoChosenAsync)
            .Form(TaskVerbs.SomedayDoForm, someday.DoFilledAsync, someday.OpenDoAsync)
            .Control(TaskVerbs.SomedayDrop, someday.DropChosenAsync);
    }
}
