using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Export;

/// <summary>Hands everything out to an admin. It only looks, and so never keeps the writer waiting.</summary>
internal sealed class ExportHandlers(Exporter exporter, PlatformCapabilities capabilities, ReplyTexts texts)
{
    public async Task<Reply> ExportAsync(Turn turn)
    {
        var export = await exporter.MakeAsync(turn.Db, turn.Workspace, TaskReader.Only(turn.Author.Id), turn.Now).ConfigureAwait(false);
        var limit = capabilities.Of(turn.Workspace).FileBytes;
        if (export.File.Content.Length > limit)
        {
            return texts.Private(
                ExportTexts.TooLarge, ("size", Size(export.File.Content.Length)), ("limit", Size(limit)), ("workspace", ReplyValue.Words(turn.Workspace.Id.Value)));
        }

        var here = texts.Say(ExportTexts.Here, ("files", export.Tables + 1), ("rows", export.Rows), ("size", Size(export.File.Content.Length)));
        return new Reply.Private(new Card(export.IsBegun ? here : RichText.Lines(here, texts.Say(ExportTexts.NotBegun))) { Files = [export.File] });
    }

    private static ReplyValue Size(int bytes) => ReplyValue.Words(bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) >> 10} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MB"));
}
