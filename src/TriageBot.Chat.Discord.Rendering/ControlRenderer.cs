using System.Collections.Immutable;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>Buttons and selects below a message: five rows of five buttons or one select.</summary>
internal static class ControlRenderer
{
    public const int MostRows = 5;
    private const int ButtonsInRow = 5;
    private const int LongestId = 100;
    private const int LongestButton = 80;
    private const int LongestPlaceholder = 150;
    private const int MostOptions = 25;
    private const int LongestOption = 100;

    /// <returns>The rows, and how many controls found no place.</returns>
    public static (IReadOnlyList<RowBody> Rows, int Dropped) Rows(ImmutableArray<Control> controls, string tag)
    {
        var rows = new List<List<ComponentBody>>();
        var ids = new HashSet<string>();
        var dropped = 0;
        foreach (var control in controls)
        {
            var id = tag + control.Id;
            var fits = id.Length <= LongestId && (rows.Count < MostRows || (control is Button && HasRoom(rows[^1])));
            if (!fits || !ids.Add(id)) dropped++;
            else if (control is Button button) Place(rows, Render(button, id));
            else if (control is Select select && Render(select, id) is { Options.Count: > 0 } menu) rows.Add([menu]);
            else dropped++;
        }

        return ([.. rows.Select(row => new RowBody(row))], dropped);
    }

    private static void Place(List<List<ComponentBody>> rows, ComponentBody button)
    {
        if (rows.Count == 0 || !HasRoom(rows[^1])) rows.Add([]);
        rows[^1].Add(button);
    }

    private static bool HasRoom(List<ComponentBody> row) => row.Count < ButtonsInRow && row[0].Type == ComponentType.Button;

    private static ComponentBody Render(Button button, string id) => new(ComponentType.Button)
    {
        CustomId = id,
        Label = Label(button.Label, LongestButton),
        Style = button.Style switch
        {
            ButtonStyle.Primary => 1,
            ButtonStyle.Danger => 4,
            _ => 2,
        },
    };

    private static ComponentBody Render(Select select, string id)
    {
        var choices = select.Choices.Where(choice => choice.Value.Length is > 0 and <= LongestOption).DistinctBy(choice => choice.Value).ToList();
        var more = choices.Count > MostOptions ? $" (+{choices.Count - MostOptions} more)" : "";
        return new ComponentBody(ComponentType.StringSelect)
        {
            CustomId = id,
            Placeholder = Label(select.Label, LongestPlaceholder - more.Length) + more,
            Options = [.. choices.Take(MostOptions).Select(choice => new SelectOptionBody(Label(choice.Label, LongestOption), choice.Value))],
        };
    }

    private static string Label(string label, int most)
    {
        var line = Cut.To(LiteralText.Line(label).Trim(), most);
        return line.Length == 0 ? "…" : line;
    }
}
