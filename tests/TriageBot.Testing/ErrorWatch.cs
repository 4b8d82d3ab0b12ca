using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TriageBot.Testing;

/// <summary>Keeps what the program logs as an error or worse.</summary>
public sealed class ErrorWatch : ILoggerFactory
{
    private readonly ConcurrentQueue<string> entries = [];

    public IReadOnlyCollection<string> Entries => entries;

    public ILogger CreateLogger(string categoryName) => new Watcher(entries, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Everything is watched here already.");

    public void Dispose()
    {
        // Holds nothing but the entries, which are read after closing.
    }

    private sealed class Watcher(ConcurrentQueue<string> entries, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) entries.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
