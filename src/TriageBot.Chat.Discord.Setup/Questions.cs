using System.Text.Json.Serialization.Metadata;

namespace TriageBot.Chat.Discord.Setup;

/// <summary>Asks Discord for what is looked at. What Discord does not say is not taken for wrong: the finding tells why it is unknown.</summary>
/// <param name="again">How the person asks again: completed with when.</param>
internal sealed class Questions(DiscordRest rest, Uri api, string again)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <param name="about">Completes the sentence "Discord did not say …".</param>
    public async Task<Told<T>> AskAsync<T>(string about, RestRequest request, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await rest.SendAsync(request, ct).ConfigureAwait(false) switch
            {
                RestAnswer.Ok ok => new Told<T>(ok.Read(type), new Finding(true, "")),
                RestAnswer.Refused { Status: 401 } => throw await rest.Stopped.WaitAsync(ct).ConfigureAwait(false),
                RestAnswer.Refused(var status, _, var detail) => new Told<T>(null, Unknown(about, $"{status} {detail}".Trim())) { Refusal = status },
                RestAnswer.Later(var after) => new Told<T>(null, Unknown(about, "429", after)),
                var other => throw new InvalidOperationException($"{other} is unknown."),
            };
        }
        catch (DiscordStoppedException stopped)
        {
            var sentences = stopped.Message.Split(". ", 2);
            return new Told<T>(null, new Finding(false, sentences[0].TrimEnd('.'), sentences.ElementAtOrDefault(1)));
        }
        catch (UnansweredException nothing) when (nothing.InnerException is not null)
        {
            return new Told<T>(null, new Finding(false, $"{api.Host} does not answer", $"Look whether this machine reaches it, and whether Discord:ApiUrl is right. {again}."));
        }
        catch (UnansweredException unanswered)
        {
            return new Told<T>(null, Unknown(about, unanswered.Message.TrimEnd('.')));
        }
        catch (JsonException)
        {
            return new Told<T>(null, new Finding(false, $"{api.Host} does not speak Discord's protocol", $"Look whether Discord:ApiUrl is right. {again}."));
        }
    }

    private Finding Unknown(string about, string why, TimeSpan after = default) => new(
        false,
        $"Discord did not say {about} ({why})",
        after <= Moment ? $"{again} in a moment." : $"{again} in {Math.Ceiling(after.TotalMinutes)} minutes.");
}

/// <summary>What Discord said to a question.</summary>
/// <param name="Value">Null when it did not say.</param>
/// <param name="Problem">Why not, and what to do.</param>
internal sealed record Told<T>(T? Value, Finding Problem)
    where T : class
{
    /// <summary>The status with which it was refused; 0 when it was not.</summary>
    public int Refusal { get; init; }

    /// <summary>Not a fault: what was asked for is not there, or not for the bot.</summary>
    public bool IsWithheld => Refusal is 403 or 404;
}
