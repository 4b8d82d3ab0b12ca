namespace TriageBot.Chat.Discord.Sending;

/// <summary>Where a message was to stand.</summary>
internal enum Place
{
    Channel,
    Direct,
    Thread,
    Message,
}

/// <summary>Why Discord did not take a message and what to do about it, for the owner.</summary>
internal static class SendRefusals
{
    public static string Sentence(Place place, int status, int code, string detail) => (place, status) switch
    {
        (Place.Channel, 403) => "Discord does not let me post there. Give me View Channels, Send Messages, Embed Links and Attach Files in that channel, or choose another with /setup channel.",
        (Place.Channel, 404) => "That channel is gone. Choose another with /setup channel.",
        (Place.Message, 404) => "The message to change is gone.",
        (Place.Thread, 403 or 404) => "They take no direct messages from members of this server, and I may open no private thread for them. Let them allow direct messages, or give me Create Private Threads and Send Messages in Threads in a text channel.",
        (Place.Direct, 403) => "Discord does not let me write to them.",
        (Place.Direct, 404) => "Discord does not know this person any more.",
        _ => $"Discord refused it ({status}, code {code}: {detail}).",
    };
}
