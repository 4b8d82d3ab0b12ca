using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>What the service says instead of doing it: status, code and body as topics/opcodes-and-status-codes lists them.</summary>
internal sealed class RestError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null) body["errors"] = errors.DeepClone();
        return body;
    }

    public static RestError Unauthorized() => new(401, 0, "401: Unauthorized");

    public static RestError NotFound() => new(404, 0, "404: Not Found");

    public static RestError MethodNotAllowed() => new(405, 0, "405: Method Not Allowed");

    public static RestError UnknownApplication() => new(404, 10002, "Unknown Application");

    public static RestError UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static RestError UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static RestError UnknownMember() => new(404, 10007, "Unknown Member");

    public static RestError UnknownMessage() => new(404, 10008, "Unknown Message");

    public static RestError UnknownRole() => new(404, 10011, "Unknown Role");

    public static RestError UnknownUser() => new(404, 10013, "Unknown User");

    public static RestError UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static RestError UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static RestError UnknownCommand() => new(404, 10063, "Unknown application command");

    public static RestError TooManyCommandsMade() => new(400, 30034, "Maximum number of daily application command creates has been reached (200)");

    public static RestError TooManyCommands(int limit) => new(400, 30032, $"Maximum number of application commands reached ({limit})");

    public static RestError TooLarge() => new(413, 40005, "Request entity too large");

    public static RestError AlreadyAnswered() => new(400, 40060, "Interaction has already been acknowledged.");

    public static RestError BlockedAgent() => new(403, 40333, "internal network error");

    public static RestError MissingAccess() => new(403, 50001, "Missing Access");

    public static RestError NotYours() => new(403, 50005, "Cannot edit a message authored by another user");

    public static RestError Empty() => new(400, 50006, "Cannot send an empty message");

    public static RestError DirectMessagesClosed() => new(403, 50007, "Cannot send messages to this user");

    public static RestError NotText() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static RestError MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static RestError TokenUsedUp() => new(401, 50027, "Invalid Webhook Token");

    public static RestError BadRecipient() => new(400, 50033, "Invalid Recipient(s)");

    public static RestError BadVersion() => new(400, 50041, "Invalid API version");

    public static RestError Archived() => new(400, 50083, "Thread is archived");

    public static RestError NotJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static RestError NoMutualGuild() => new(403, 50278, "Cannot send messages to this user due to having no mutual guilds");

    public static RestError ThreadExists() => new(400, 160004, "A thread has already been created for this message");

    public static RestError NoHistory() => new(400, 160002, "Cannot reply without permission to read message history");
}
