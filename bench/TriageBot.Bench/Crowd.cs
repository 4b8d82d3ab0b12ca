using System.Diagnostics;
using System.Net.Sockets;

namespace TriageBot.Bench;

/// <summary>People who use the local chat at once. One thread serves them all, so that the load costs little of the machine it shares with the program.</summary>
internal sealed class Crowd(IEnumerable<Teammate> people) : IDisposable
{
    private readonly Teammate[] people = [.. people];

    /// <summary>Lets so many of them act for so long, each with the next act as soon as the last is answered.</summary>
    /// <param name="act">Sends one request of somebody who has just been answered.</param>
    /// <param name="counts">Which requests are measured, told from what their author held when they were sent; null for all.</param>
    /// <returns>What was measured, and how many requests were answered in all.</returns>
    public (Latencies Measured, int Requests) Run(string what, int count, TimeSpan length, Action<Teammate> act, Func<Teammate, bool>? counts = null)
    {
        var bySocket = people.Take(count).ToDictionary(person => person.Socket);
        var each = new List<TimeSpan>();
        var requests = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var person in bySocket.Values) act(person);
        var ready = new List<Socket>(count);
        while (bySocket.Count > 0)
        {
            ready.AddRange(bySocket.Keys);
            Socket.Select(ready, null, null, -1);
            foreach (var socket in ready)
            {
                var person = bySocket[socket];
                var isMeasured = counts is null || counts(person);
                if (!person.Receive()) continue;
                requests++;
                if (isMeasured) each.Add(Stopwatch.GetElapsedTime(person.Begun));
                if (Stopwatch.GetElapsedTime(start) < length) act(person);
                else bySocket.Remove(socket);
            }

            ready.Clear();
        }

        return (new Latencies(what, Stopwatch.GetElapsedTime(start), each), requests);
    }

    public void Dispose()
    {
        foreach (var person in people) person.Dispose();
    }
}
