using System.Text.Json;
using TriageBot.Discord.Emulator;

// Ends when whoever started it closes its standard input, so that a test that dies leaves nothing running.
await using var hosting = await Hosting.StartAsync(CancellationToken.None);
Console.WriteLine(JsonSerializer.Serialize(new { control = hosting.ControlAddress }));
await Console.In.ReadToEndAsync();
return 0;
