using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace TriageBot;

/// <summary>The program's log: quiet, one line per entry, on standard error so that standard output stays for what was asked.</summary>
internal static class ProgramLog
{
    public static ILoggerFactory Create(LogLevel least) => LoggerFactory.Create(logging => Configure(logging, least));

    public static void Configure(ILoggingBuilder logging, LogLevel least)
    {
        logging.SetMinimumLevel(least).AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
