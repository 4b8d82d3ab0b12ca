namespace TriageBot.Chat.Web.Http;

// What the page posts. Every act carries an event id of the page's making, so that it can be repeated after a lost connection.
internal sealed record SayRequest(string? Event, string? Where, string? Text);

internal sealed record PressRequest(string? Event, string? Message, string? Control, string? Choice);

internal sealed record FillRequest(string? Event, string? Form, Dictionary<string, string>? Values);

internal sealed record MenuRequest(string? Event, string? Message, string? Menu);

internal sealed record PersonRequest(string? Name);

internal sealed record CompleteRequest(string? Command, string? Option, string? Typed);
