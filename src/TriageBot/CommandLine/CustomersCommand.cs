using System.CommandLine;
using System.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Features.Customers;

namespace TriageBot.CommandLine;

/// <summary><c>triagebot customers import FILE</c>: customers from a CSV file. Without <c>--apply</c> it only says what would become of each line.</summary>
internal static class CustomersCommand
{
    private static readonly Argument<string> File = new("file") { Description = "CSV in UTF-8; its first line names the columns: name, level, tier, zone, contact." };

    private static readonly Option<bool> Apply = new("--apply") { Description = "Really import. Nothing is imported while a line is wrong." };

    public static Command Build()
    {
        var import = new Command("import", "Imports customers from a CSV file: a dry run that names every faulty line, with --apply the real thing. "
            + $"The same file twice changes nothing the second time. Exit code {ExitCodes.UnusableInput}: the file cannot be used; {ExitCodes.Usage}: it is not said for which team.")
        {
            File,
            Apply,
            TeamOnDisk.WorkspaceOption,
            TeamOnDisk.DataOption,
        };
        import.SetAction(ImportAsync);
        return new Command("customers", "Customers of a team, from outside the chat.") { import };
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(File);
        if (ReadText(file) is not { } text) return Refuse($"{file} cannot be read as a text file in UTF-8. Spreadsheets call it “CSV UTF-8”.");
        var import = CustomerImport.Read(text);
        foreach (var column in import.Unused) Console.Out.WriteLine($"The column “{column}” is not used.");
        foreach (var fault in import.Faults) await Console.Error.WriteLineAsync($"{file}, line {fault.Line}: {fault.Sentence}.");
        if (!import.Faults.IsEmpty) return Refuse($"Nothing was imported: {import.Faults.Length} faults, {import.Customers.Length} lines are fine.");

        var (opened, code) = await TeamOnDisk.OpenAsync(parsed, stop);
        if (opened is null) return code;
        await using var team = opened;
        return await RunAsync(team.Service<CustomerImporter>(), team.Workspace, import, parsed.GetValue(Apply), stop);
    }

    private static async Task<int> RunAsync(CustomerImporter importer, WorkspaceId workspace, CustomerImport import, bool apply, CancellationToken stop)
    {
        var now = TeamOnDisk.Now;
        var tried = await importer.TryAsync(workspace, import.Customers, now, stop);
        foreach (var line in tried.Where(line => line.Outcome == ImportOutcome.NoSuchLevel))
        {
            await Console.Error.WriteLineAsync($"line {line.Customer.Line}: there is no service level “{line.Customer.Level}”. Set it up first: /levels set");
        }

        if (tried.Any(line => line.Outcome == ImportOutcome.NoSuchLevel)) return Refuse("Nothing was imported.");
        var lines = apply
            ? await importer.ApplyAsync(workspace, import.Customers, now, stop)
            : tried;
        foreach (var line in lines.Where(line => line.Outcome != ImportOutcome.Unchanged))
        {
            Console.Out.WriteLine($"line {line.Customer.Line}: {line.Customer.Name} {Did(line.Outcome, apply)}");
        }

        var counts = lines.GroupBy(line => line.Outcome).ToDictionary(group => group.Key, group => group.Count());
        var sum = string.Join(", ", new[] { ImportOutcome.Added, ImportOutcome.Changed, ImportOutcome.Unchanged }.Select(outcome => $"{counts.GetValueOrDefault(outcome)} {outcome.ToString().ToLowerInvariant()}"));
        Console.Out.WriteLine(apply ? $"Imported: {sum}." : $"A dry run, nothing was changed: {sum}. To import, add --apply.");
        return ExitCodes.Success;
    }

    private static string Did(ImportOutcome outcome, bool apply) => outcome switch
    {
        ImportOutcome.Added => apply ? "is new" : "would be new",
        ImportOutcome.Changed => apply ? "was changed" : "would be changed",
        _ => "stays as it is",
    };

    private static string? ReadText(string file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(System.IO.File.ReadAllBytes(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.UnusableInput;
    }
}
