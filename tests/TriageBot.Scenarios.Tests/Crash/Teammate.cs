using System.Net;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>Asks, notes tasks and talks, one act after the other, until told to stop.</summary>
internal sealed class Teammate(Window window, Acknowledged acknowledged, int seed)
{
    private static readonly string[] Channels = ["channel:team", "channel:support"];

    private readonly Random random = new(seed);

    public async Task WorkAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var eventId = window.NextEventId();
            var where = Channels[random.Next(Channels.Length)];
            await (random.Next(10) switch
            {
                < 5 => AskAsync(eventId, where, "/urgent", acknowledged.Urgents.Enqueue),
                < 8 => AskAsync(eventId, where, "/task", acknowledged.Tasks.Enqueue),
                _ => TalkAsync(eventId, where),
            });
        }
    }

    /// <summary>A text that nobody has used, so that equal ones are one event taken twice.</summary>
    private async Task AskAsync(string eventId, string where, string command, Action<Said> note)
    {
        var text = $"Crate {eventId} is missing";
        var answer = await window.SayAsync(eventId, where, $"{command} {text}");
        if (answer.Message is { Item: { } number }) note(new Said(window.Person, eventId, where, text, number));
        else acknowledged.Surprises.Enqueue($"{eventId} {command}: {answer.Status} {answer.Message?.Words}");
    }

    private async Task TalkAsync(string eventId, string where)
    {
        var text = $"Lunch {eventId}?";
        var answer = await window.SayAsync(eventId, where, text);
        if (answer.Status == HttpStatusCode.OK) acknowledged.Talk.Enqueue(new Said(window.Person, eventId, where, text, null));
        else acknowledged.Surprises.Enqueue($"{eventId}: {answer.Status}");
    }
}
