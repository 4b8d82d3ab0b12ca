using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>What the chat takes, and its sentences for what it does not.</summary>
internal static class ChatLimits
{
    public const string UnknownPerson = "This person is not in the team. Reload the page and choose somebody from the list.";
    public const string UnknownPlace = "There is no such channel or conversation. Choose one from the list.";
    public const string UnknownMessage = "This message is not here any more. Reload the page to see what is.";
    public const string UnknownForm = "This form is not open any more. Press its button again.";
    public const string UnknownMenu = "This menu entry is not there any more. Reload the page to see what is.";

    private const int MaxNameLength = 40;

    public static string? Problem(string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => "Type something first.",
        { Length: > LocalChatOptions.MaxTextLength } => $"That is {text.Length} characters long; {LocalChatOptions.MaxTextLength} fit into one message. Shorten it or send it in parts.",
        _ => null,
    };

    public static string? Problem(Form form, IReadOnlyDictionary<string, string> values)
    {
        foreach (var field in form.Fields)
        {
            var value = values.GetValueOrDefault(field.Name, "");
            if (field.Required && string.IsNullOrWhiteSpace(value)) return $"Fill in “{field.Label}”.";
            if (value.Length > field.MaxLength) return $"“{field.Label}” is {value.Length} characters long; {field.MaxLength} fit.";
        }

        return values.Keys.FirstOrDefault(name => !form.Fields.Any(field => field.Name == name)) is { } unknown
            ? $"The form has no field “{unknown}”. Its fields are: {string.Join(", ", form.Fields.Select(field => field.Name))}."
            : null;
    }

    public static string? NameProblem(string name) => name.Trim() switch
    {
        "" => "Give the person a name.",
        { Length: > MaxNameLength } => $"A name has at most {MaxNameLength} characters.",
        var trimmed when !VisibleText.IsIn(trimmed) => "Nobody could see this name. Give the person one with letters.",
        var trimmed when trimmed.Any(char.IsControl) => "A name is one line of ordinary characters.",
        _ => null,
    };

    /// <summary>A readable id that nobody has: "Jo Ann" becomes jo-ann, or jo-ann-2.</summary>
    public static MemberId IdFor(string name, IReadOnlyList<Author> taken)
    {
        var letters = name.Trim().ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var slug = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var start = slug.Length == 0 ? "person" : slug;
        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => new MemberId(number == 1 ? start : $"{start}-{number}"))
            .First(id => !taken.Any(person => person.Id == id));
    }

    /// <summary>What a control says to people, to repeat to them what they pressed.</summary>
    public static string LabelOf(ChatMessage message, string controlId, string? choice) =>
        message.Controls.FirstOrDefault(control => control.Id == controlId) switch
        {
            Button button => button.Label,
            Select select => $"{select.Label}: {select.Choices.FirstOrDefault(option => option.Value == choice)?.Label ?? choice}",
            _ => choice ?? controlId,
        };
}
