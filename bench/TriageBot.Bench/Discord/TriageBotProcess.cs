using Microsoft.Data.Sqlite;
using TriageBot.Discord.Emulator.Client;
using TriageBot.Testing;

namespace TriageBot.Bench.Discord;

/// <summary>The real program on the emulated Discord, with fresh data.</summary>
internal sealed class TriageBotProcess : IMeasured, IDisposable
{
    private readonly RunningProgram program;
    private readonly DiscordEmulator emulator;
    private readonly string folder;

    private TriageBotProcess(RunningProgram program, DiscordEmulator emulator, string folder) => (this.program, this.emulator, this.folder) = (program, emulator, folder);

    public TimeSpan ProcessorTime => program.ProcessorTime;

    public int NextNumber { get; set; }

    public string Database => Path.Combine(folder, "data", "triagebot.db");

    /// <param name="folder">Emptied first, unless it is to go on with what it knows.</param>
    public static async Task<TriageBotProcess> StartAsync(DiscordEmulator emulator, string folder, bool goesOn = false)
    {
        if (!goesOn && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var logins = (await emulator.LogAsync()).Count;
        // Whatever the time is here, the team is at work and it is about eleven; the signs of these zones are those of POSIX.
        var behind = TimeProvider.System.GetUtcNow().Hour - 11;
        var program = RunningProgram.Start(folder, new Dictionary<string, string>
        {
            ["TRIAGEBOT__DISCORD__TOKEN"] = emulator.Token,
            ["TRIAGEBOT__DISCORD__APIURL"] = emulator.ApiUrl.ToString(),
            ["TRIAGEBOT__WEB__ENABLED"] = "false",
            ["TRIAGEBOT__TEAM__ZONE"] = $"Etc/GMT{(behind < 0 ? "" : "+")}{behind}",
            ["TRIAGEBOT__TEAM__HOURS"] = "Mon-Sun 09:00-17:00",
        });
        await emulator.WaitLogAsync("identified", after: logins, wait: 60_000);
        await emulator.WaitCommandsAsync(count: 5);
        return new TriageBotProcess(program, emulator, folder);
    }

    /// <summary>Names the owner on every server.</summary>
    public async Task SetUpAsync(int servers)
    {
        for (var server = 1; server <= servers; server++)
        {
            var said = await NameOwnerAsync(server);
            // On a busy machine a program that has just started may need more than the 3 s that the service waits.
            for (var again = 0; said.Answer is not (4 or 5); again++)
            {
                if (again == 5) throw new InvalidOperationException($"/setup was not answered on s{server}: {program.Errors}");
                said = await NameOwnerAsync(server);
            }

            await emulator.CompleteAsync(said);
        }
    }

    private Task<SeenInteraction> NameOwnerAsync(int server) => emulator.SlashAsync("boss", $"s{server}/team", "setup", new { owner = "boss" }, wait: 4000);

    /// <summary>How often each text of the load is stored.</summary>
    public IReadOnlyDictionary<string, int> Stored()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand("select what, count(*) + sum(asked_count - 1) from urgent_messages group by what", connection);
        using var reader = command.ExecuteReader();
        var stored = new Dictionary<string, int>();
        while (reader.Read()) stored[reader.GetString(0)] = reader.GetInt32(1);
        return stored;
    }

    /// <summary>Resident memory in MB after a minute of rest at most, when it no longer changes much.</summary>
    public Task<double> SettledMemoryAsync() => Resident.SettleAsync(program.Id);

    public void Dispose()
    {
        program.Dispose();
        if (program.Errors.Length > 0) Console.WriteLine($"The program logged: {program.Errors[..Math.Min(program.Errors.Length, 2000)]}");
    }
}
