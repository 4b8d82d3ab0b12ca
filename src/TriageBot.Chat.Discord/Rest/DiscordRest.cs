using System.Net.Http.Headers;

namespace TriageBot.Chat.Discord.Rest;

/// <summary>Sends requests to Discord within its limits, repeats what may be repeated, and stops for good when the token is not accepted.</summary>
internal sealed partial class DiscordRest : IDisposable
{
    /// <summary>After this nobody waits for one attempt any longer; the lease of an outbox row is made for it.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue authorization;
    private readonly string address;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly RateLimits limits = new();
    private readonly InvalidAnswers invalid;
    private readonly TaskCompletionSource<DiscordStoppedException> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DiscordRest(DiscordOptions options, TimeProvider clock)
    {
        this.clock = clock;
        logger = options.Logger;
        invalid = new InvalidAnswers(clock);
        address = options.VersionedUrl;
        authorization = new AuthenticationHeaderValue("Bot", options.Token);
        http = new HttpClient(Handler())
        {
            DefaultRequestVersion = System.Net.HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Text);
    }

    /// <summary>Ends, with the sentence, when Discord no longer accepts the token. Nothing is sent from then on.</summary>
    public Task<DiscordStoppedException> Stopped => stopped.Task;

    /// <exception cref="UnansweredException">Nobody knows whether it was done.</exception>
    /// <exception cref="DiscordStoppedException">The token is not accepted.</exception>
    public async Task<RestAnswer> SendAsync(RestRequest request, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var limited = 0;
        for (var attempt = 1; ; attempt++)
        {
            if (stopped.Task.IsCompleted) throw await stopped.Task.ConfigureAwait(false);
            var left = request.Patience - clock.GetElapsedTime(start);
            var (slot, tooLong) = await EnterAsync(request, left, ct).ConfigureAwait(false);
            if (slot is null) return new RestAnswer.Later(tooLong);
            var (answer, pause, fault) = await TryAsync(request, attempt, slot, ct).ConfigureAwait(false);
            if (answer is not null) return answer;
            limited = fault is null ? limited + 1 : 0;
            left = request.Patience - clock.GetElapsedTime(start);
            switch (pause, fault)
            {
                case ({ } wait, null) when limited > RetryRules.MostAfterLimits:
                    return new RestAnswer.Later(RetryRules.AfterLimits(wait));
                case ({ } wait, _) when wait <= left:
                    await Task.Delay(wait, clock, ct).ConfigureAwait(false);
                    break;
                case (_, { } unknown):
                    throw unknown;
                case ({ } wait, _):
                    return new RestAnswer.Later(wait);
            }
        }
    }

    /// <returns>A slot when the request may go; otherwise how long it would have to wait, when that is too long.</returns>
    private async Task<(SemaphoreSlim? Slot, TimeSpan TooLong)> EnterAsync(RestRequest request, TimeSpan left, CancellationToken ct)
    {
        while (limits.Enter(request, clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > left) return (null, wait);
            await Task.Delay(wait, clock, ct).ConfigureAwait(false);
            left -= wait;
        }

        var slot = await invalid.EnterAsync(request.IsInteraction, left < TimeSpan.Zero ? TimeSpan.Zero : left, ct).ConfigureAwait(false);
        if (slot is not null) return (slot, TimeSpan.Zero);
        limits.Answered(request, null, clock.GetUtcNow());
        LogTooManyInvalid(request.ToString(), invalid.Refused, invalid.UnderWay);
        return (null, TimeSpan.FromMinutes(1));
    }

    private async Task<(RestAnswer? Answer, TimeSpan? Pause, UnansweredException? Fault)> TryAsync(RestRequest request, int attempt, SemaphoreSlim slot, CancellationToken ct)
    {
        var (isAnswered, wasInvalid) = (false, false);
        try
        {
            using var patience = new CancellationTokenSource(AttemptTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            using var message = Message(request);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            wasInvalid = InvalidAnswers.Counts((int)response.StatusCode, Headers.Text(response, "X-RateLimit-Scope"));
            isAnswered = true;
            limits.Answered(request, Headers.Limit(response), clock.GetUtcNow());
            return Judge(request, attempt, response, body);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, RetryRules.AfterFailure(request, attempt, Random.Shared.NextDouble()), new UnansweredException($"{request} got no answer.", broken));
        }
        finally
        {
            if (!isAnswered) limits.Answered(request, null, clock.GetUtcNow());
            invalid.Leave(slot, wasInvalid);
        }
    }

    private (RestAnswer? Answer, TimeSpan? Pause, UnansweredException? Fault) Judge(RestRequest request, int attempt, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300) return (new RestAnswer.Ok(status, body), null, null);
        var error = ErrorBody.Read(body);
        if (status == 429)
        {
            var after = error.RetryAfter ?? response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            var isGlobal = error.IsGlobal || Headers.Text(response, "X-RateLimit-Global") is not null;
            limits.Exceeded(request, after, isGlobal, clock.GetUtcNow());
            LogLimited(request.ToString(), after.TotalSeconds, isGlobal);
            return (null, RetryRules.AfterLimit(after, Random.Shared.NextDouble()), null);
        }

        if (status >= 500)
        {
            return (null, RetryRules.AfterFailure(request, attempt, Random.Shared.NextDouble()), new UnansweredException($"{request} was answered with {status}."));
        }

        if (status == 401 && !request.IsInteraction)
        {
            stopped.TrySetResult(new DiscordStoppedException(((Gateway.CloseMeaning.Stop)Gateway.CloseCodes.MeaningOf(4004)).Sentence));
        }

        return (new RestAnswer.Refused(status, error.Code, error.Detail), null, null);
    }

    private HttpRequestMessage Message(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, address + request.Path) { Content = Content.For(request) };
        if (!request.IsInteraction) message.Headers.Authorization = authorization;
        return message;
    }

    public void Dispose() => http.Dispose();

    /// <summary>
    /// With HTTP/2 all requests share one connection. One that died without a word, as behind a router that forgot it, would let every request run into its timeout until the
    /// connection's life is over. Asked for a sign of life after 2 s of silence, it is given up 9 s after a request at the latest: before the attempt is, so that the next goes elsewhere.
    /// </summary>
    internal static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        KeepAlivePingDelay = TimeSpan.FromSeconds(2),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        // Without requests under way nothing is lost by not knowing, and servers throw out who pings for nothing.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Nobody traces requests across programs here, and Discord need not be told of ours.
        ActivityHeadersPropagator = null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord limits {Route}: next in {Seconds} s (for all routes: {IsGlobal})")]
    private partial void LogLimited(string route, double seconds, bool isGlobal);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} is put off: Discord refused {Refused} requests in the last 10 minutes and has not answered {UnderWay} yet, and it bans who is refused too often")]
    private partial void LogTooManyInvalid(string route, int refused, int underWay);
}
