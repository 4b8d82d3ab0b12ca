namespace TriageBot.Chat.Discord.Rendering;

/// <summary>A form as a modal.</summary>
internal static class FormRenderer
{
    private const int LongestTitle = 45;
    private const int LongestHint = 100;
    private const int LongestValue = 4000;
    private const int MostFields = 5;
    private const int OneLine = 1;
    private const int Paragraph = 2;

    public static ModalBody Render(Form form, string tag) => new(
        tag + form.Id,
        Line(form.Title, LongestTitle),
        [.. form.Fields.Take(MostFields).Select(Render)]);

    private static ComponentBody Render(FormField field)
    {
        var most = Math.Clamp(field.MaxLength, 1, LongestValue);
        var initial = Cut.To(field.Multiline ? field.Initial : LiteralText.Line(field.Initial), most);
        return new ComponentBody(ComponentType.Label)
        {
            Label = Line(field.Label, LongestTitle),
            Component = new ComponentBody(ComponentType.TextInput)
            {
                CustomId = field.Name,
                Style = field.Multiline ? Paragraph : OneLine,
                MaxLength = most,
                Required = field.Required,
                Value = initial.Length > 0 ? initial : null,
                Placeholder = field.Hint.Length > 0 ? Line(field.Hint, LongestHint) : null,
            },
        };
    }

    private static string Line(string text, int most)
    {
        var line = Cut.To(LiteralText.Line(text).Trim(), most);
        return line.Length == 0 ? "…" : line;
    }
}
