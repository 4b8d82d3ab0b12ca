using System.Text.Json.Serialization.Metadata;

namespace TriageBot.Chat.Discord.Rest;

/// <summary>What became of a request.</summary>
internal abstract record RestAnswer
{
    public sealed record Ok(int Status, byte[] Body) : RestAnswer
    {
        /// <exception cref="JsonException">It is not what the protocol says.</exception>
        public T Read<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("Discord's answer is empty.");
    }

    /// <summary>It will not work, now or later, as it was sent.</summary>
    /// <param name="Code">Discord's own code, see <see cref="DiscordCode"/>; 0 when it gave none.</param>
    /// <param name="Detail">Discord's message and the fields it complains of; for the log.</param>
    public sealed record Refused(int Status, int Code, string Detail) : RestAnswer;

    /// <summary>Nothing was done. It may be tried again after this time.</summary>
    public sealed record Later(TimeSpan After) : RestAnswer;
}

/// <summary>Nobody knows whether Discord did what was asked: the connection failed, or Discord itself did.</summary>
internal sealed class UnansweredException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Discord's codes that make a difference to us.</summary>
internal static class DiscordCode
{
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int DirectMessagesClosed = 50007;
    public const int InvalidWebhookToken = 50027;
    public const int NoServerInCommon = 50278;
}
