using TriageBot.Core.Commands;

namespace TriageBot.Features.Export;

internal static class ExportCommands
{
    public static CommandSpec Export { get; } = new("export", "Get everything that is kept about the team, as files", CommandAccess.Admins)
    {
        Examples = ["/export"],
        Details = "A zip with one table for each kind of thing, for any spreadsheet, and a page that explains them. Only you get it. Private tasks of others are in it without their words.",
    };
}
