using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using TriageBot.Chat.Discord;
using TriageBot.Chat.Discord.Gateway;
using TriageBot.Clock;

namespace TriageBot.Discord.Tests.Gateway;

/// <summary>The parts of the gateway that need no network.</summary>
public sealed class GatewayPartsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void Compressed_messages_are_found_however_they_are_cut(int part)
    {
        string[] messages = ["""{"op":10}""", new string('x', 50_000), """{"op":11}"""];
        using var inflater = new MessageInflater();
        var found = new List<string>();
        foreach (var bytes in Compress(messages))
        {
            for (var at = 0; at < bytes.Length; at += part)
            {
                var piece = bytes.AsSpan(at, Math.Min(part, bytes.Length - at));
                if (inflater.Add(piece, isBinary: true, endsFrame: at + part >= bytes.Length) is { } message) found.Add(Encoding.UTF8.GetString(message.Span));
            }
        }

        Assert.Equal(messages, found);
    }

    [Fact]
    public void Of_120_events_a_minute_some_are_kept_for_heartbeats()
    {
        var budget = new SendBudget();
        var now = DateTimeOffset.UnixEpoch;
        var sent = 0;
        for (; budget.WaitAt(now, isHeartbeat: false) == TimeSpan.Zero; sent++) budget.Sent(now);

        Assert.Equal(110, sent);
        Assert.Equal(TimeSpan.Zero, budget.WaitAt(now, isHeartbeat: true));
        Assert.Equal(TimeSpan.FromSeconds(60), budget.WaitAt(now, isHeartbeat: false));
        Assert.Equal(TimeSpan.Zero, budget.WaitAt(now.AddSeconds(60), isHeartbeat: false));
    }

    [Fact]
    public async Task Shards_of_one_bucket_begin_more_than_five_seconds_apart_and_of_different_buckets_at_once()
    {
        var clock = new ManualTimeProvider(Instant.FromUtc(2026, 3, 13, 9, 0));
        var info = new GatewayInfo(new Uri("wss://gateway.example"), 4, 1000, clock.GetUtcNow(), Concurrency: 2);
        var gate = new IdentifyGate(_ => Task.FromResult(info), clock, NullLogger.Instance);

        var entries = Enumerable.Range(0, 4).Select(shard => gate.EnterAsync(shard, CancellationToken.None)).ToList();
        await Task.WhenAll(entries[0], entries[1]);
        clock.MoveTo(clock.Now + Duration.FromSeconds(5));
        Assert.False(entries[2].IsCompleted || entries[3].IsCompleted);
        clock.MoveTo(clock.Now + Duration.FromSeconds(0.5));
        await Task.WhenAll(entries).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task How_many_sessions_are_left_is_asked_again_when_it_was_told_more_than_a_minute_ago()
    {
        var clock = new ManualTimeProvider(Instant.FromUtc(2026, 3, 13, 9, 0));
        var asked = 0;
        var gate = new IdentifyGate(
            _ =>
            {
                asked++;
                return Task.FromResult(new GatewayInfo(new Uri("wss://gateway.example"), 1, Remaining: 1000, clock.GetUtcNow(), Concurrency: 1));
            },
            clock,
            NullLogger.Instance);

        await gate.InfoAsync(CancellationToken.None);
        clock.MoveTo(clock.Now + Duration.FromSeconds(59));
        await gate.EnterAsync(0, CancellationToken.None);
        Assert.Equal(1, asked);

        clock.MoveTo(clock.Now + Duration.FromSeconds(6));
        await gate.EnterAsync(0, CancellationToken.None);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("0-3/8", true)]
    [InlineData("2/4", true)]
    [InlineData("3-2/8", false)]
    [InlineData("0-8/8", false)]
    [InlineData("0/3-8", false)]
    [InlineData("auto", false)]
    [InlineData("-1/2", false)]
    public void A_range_of_shards_is_read(string text, bool isRange) => Assert.Equal(isRange, ShardRange.Read(text) is not null);

    [Fact]
    public void What_the_options_print_holds_no_token() => Assert.DoesNotContain("s3cr3t", new DiscordOptions("s3cr3t").ToString(), StringComparison.Ordinal);

    private static List<byte[]> Compress(IEnumerable<string> messages)
    {
        using var sink = new MemoryStream();
        using var zlib = new ZLibStream(sink, CompressionLevel.Optimal);
        var frames = new List<byte[]>();
        foreach (var message in messages)
        {
            var from = (int)sink.Length;
            zlib.Write(Encoding.UTF8.GetBytes(message));
            zlib.Flush();
            frames.Add(sink.ToArray()[from..]);
        }

        return frames;
    }
}
