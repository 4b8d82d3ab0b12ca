using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.AfterSale;
using TriageBot.Features.Someday;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>Puts an agenda into words, in the order of rule A2, as far as the platform has room for it (rule A11).</summary>
internal sealed class AgendaRenderer(AgendaHead head, AgendaTasks tasks, AgendaFoot foot)
{
    private const int MostChoices = 25;
    private const int LongestLabel = 100;

    /// <summary>The roomiest form that fits; whatever the titles are, something that can be sent.</summary>
    public Card Render(AgendaScope scope, ChatCapabilities capabilities)
    {
        var rooms = scope.IsWhole ? AgendaRoom.Whole : AgendaRoom.Usual;
        foreach (var room in rooms)
        {
            var text = Text(scope, room, capabilities);
            if (capabilities.LengthOfText(text) <= capabilities.TextLength) return new Card(text, Controls(scope, room));
        }

        return new Card(RichTextCut.To(Text(scope, rooms[^1], capabilities), capabilities), Controls(scope, rooms[^1]));
    }

    private RichText Text(AgendaScope scope, AgendaRoom room, ChatCapabilities capabilities) => RichText.Lines(
        head.Lines(scope, room).Concat(tasks.Lines(scope, room)).Concat(foot.Lines(scope, room)).Select(line => line.Within(capabilities.LineLength)));

    /// <summary>Each line's menu, the someday-maybe items, and the rest of a list that is cut.</summary>
    private static ImmutableArray<Control> Controls(AgendaScope scope, AgendaRoom room)
    {
        var shown = AgendaTasks.Shown(scope.View, room);
        var controls = ImmutableArray.CreateBuilder<Control>();
        var lines = scope.View.Fixed.Select(each => each.Task).OfType<TaskItem>().Concat(shown.Select(entry => entry.Task)).ToList();
        controls.AddRange(MenuOf(lines, scope));
        var someday = room.HasFoot ? scope.View.Someday?.Shown ?? [] : [];
        // The line has only numbers: here they are by name, and below what can be answered.
        if (Menu("See someday-maybe items…", someday, scope, "someday") is { } names) controls.Add(names);
        if (SomedayControls.OfTurn(someday) is { } answers) controls.Add(answers);
        if (scope.View.Customers.Touches.Count > 0) controls.Add(Contact(scope));
        if (AgendaTasks.Hidden(scope.View, shown) > 0 && !scope.IsWhole)
        {
            controls.Add(new Button(AgendaHandlers.AllButton(scope.View.Date, scope.Reader.Member.Id).ToString(), "Show all"));
        }

        return controls.ToImmutable();
    }

    /// <summary>Opens the card of one of these, with all that can be done to it; nothing where there are none.</summary>
    public static IEnumerable<Control> MenuOf(IEnumerable<TaskItem> items, AgendaScope scope) =>
        Menu("Done, move, start, someday…", items, scope, "") is { } menu ? [menu] : [];

    /// <summary>Opens the card of a customer to contact: done, later, skip.</summary>
    private static Select Contact(AgendaScope scope) => new(
        new ControlId(TouchVerbs.Open).ToString(),
        "Contact a customer…",
        [.. scope.View.Customers.Touches.Select(touch => touch.Customer).Distinct().Take(MostChoices).Select(name => new Choice(name, name))]);

    private static Select? Menu(string label, IEnumerable<TaskItem> items, AgendaScope scope, string extra)
    {
        ImmutableArray<Choice> choices = [.. items.Take(MostChoices).Select(task => new Choice(
            task.Number.ToString(CultureInfo.InvariantCulture),
            Say.Shorten(scope.Seen(task) is { IsWhole: true } ? $"#{task.Number} {task.What}" : $"#{task.Number} private", LongestLabel)))];
        return choices.IsEmpty ? null : new Select(new ControlId(TaskVerbs.Open, Extra: extra).ToString(), label, choices);
    }
}
