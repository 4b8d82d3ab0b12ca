using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using TriageBot.Chat.Discord.Rendering;
using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>
/// Presses whatever can be pressed, chooses, fills in what opens, and looks at what comes of it, until each verb was used a few times. Every act must be
/// answered, and by something else than that the bot failed.
/// </summary>
internal sealed class Crawler(DiscordTeam team)
{
    private const int Button = 2;
    private const int TextSelect = 3;
    private const int MostUses = 6;
    private const int MostUsesOfLabel = 2;

    /// <summary>What is said when the bot failed, or does not know its own button.</summary>
    private static readonly string[] Failures = ["Something went wrong on my side", "could not handle this", "I do not know this button"];

    private readonly Dictionary<string, int> uses = [];
    private readonly HashSet<(string Message, string Control, int Choice)> done = [];

    /// <summary>Verbs of the buttons, selects and forms that were used.</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>A form can have the verb of the button that opens it.</summary>
    public static string FormName(string verb) => $"{verb} (form)";

    /// <summary>Says a command and uses what its answer offers.</summary>
    public async Task SayAsync(string who, string command, object? options = null, string channel = "team") =>
        await LookAsync(who, await team.SlashAsync(who, command, options, channel), "/" + command);

    /// <summary>Presses this one, where the walk might choose another.</summary>
    /// <returns>What came of it.</returns>
    public async Task<SeenInteraction> PressAsync(string who, SeenMessage message, string label)
    {
        var button = message.Components.SelectMany(row => row!["components"]!.AsArray()).Single(one => (string?)one!["label"] == label)!;
        var pressed = await team.OpenAsync(who, message, label);
        Used.Add(VerbOf((string)button["custom_id"]!));
        return pressed;
    }

    /// <summary>Uses everything a few times more, of what is new.</summary>
    public void GoOn() => uses.Clear();

    /// <summary>Uses what stands in the channel and in each person's private conversation, after all that is due was sent.</summary>
    public async Task SweepAsync()
    {
        await team.SettleAsync();
        foreach (var who in (string[])[DiscordTeam.Boss, DiscordTeam.Kim, DiscordTeam.Sam])
        {
            foreach (var place in (string[])["@bot", "team"])
            {
                foreach (var message in (await team.Emulator.SeesAsync(who, place)).Reverse()) await UseAllAsync(who, message);
            }
        }
    }

    /// <summary>Uses what an answer offers.</summary>
    public async Task LookAsync(string who, SeenInteraction answered, string act)
    {
        Assert.True(answered.Answer != 0, $"{act} of {who} was not answered in time.");
        if (answered.Modal is { } form)
        {
            var verb = VerbOf((string)form["custom_id"]!);
            Used.Add(FormName(verb));
            await LookAsync(who, await team.SubmitAsync(answered, Filled(form)), $"the form {verb}");
            return;
        }

        SeenMessage?[] shown = [answered.Message, .. answered.FollowUps];
        foreach (var message in shown.OfType<SeenMessage>())
        {
            Assert.True(!Failures.Any(message.Text.Contains), $"{act} of {who} was answered with: {message.Text}");
            await UseAllAsync(who, message);
        }
    }

    /// <summary>Looks at the message anew before each act: the one before has changed it, as a rule.</summary>
    private async Task UseAllAsync(string who, SeenMessage message)
    {
        while (await NextAsync(message.Id) is var (now, control, verb, choice) && control is not null)
        {
            var id = (string)control["custom_id"]!;
            var act = choice < 0
                ? await team.OpenAsync(who, now, id)
                : await team.ChooseAsync(who, now, id, (string)control["options"]![choice]!["value"]!);
            Used.Add(verb);
            await LookAsync(who, act, $"“{verb}” below “{now.Text}”");
        }
    }

    private async Task<(SeenMessage Message, JsonObject? Control, string Verb, int Choice)> NextAsync(string id)
    {
        var message = (await team.Emulator.SayAsync("message", new { message = id })).Deserialize<SeenMessage>(JsonSerializerOptions.Web)!;
        if (message.IsDeleted || message.Author != "triagebot") return (message, null, "", 0);
        // From the end: what is special to this message stands there, after what ends it.
        var open = from one in message.Components.SelectMany(row => row!["components"]!.AsArray()).OfType<JsonObject>().Reverse()
                   where (int?)one["type"] is Button or TextSelect && one["custom_id"] is not null
                   let verb = VerbOf((string)one["custom_id"]!)
                   let label = $"{verb} {one["label"] ?? one["placeholder"]}"
                   // The last choice of a select first: it is the one that opens a form.
                   let choice = one["options"] is JsonArray options ? (options.Count - 1 + Uses(verb)) % options.Count : -1
                   where Uses(verb) < MostUses && Uses(label) < MostUsesOfLabel && !done.Contains((message.Id, (string)one["custom_id"]!, choice))
                   orderby Used.Contains(verb), Uses(label), Uses(verb)
                   select (message, (JsonObject?)one, verb, label, choice);
        if (open.FirstOrDefault() is not { Item2: { } control } next) return (message, null, "", 0);
        done.Add((message.Id, (string)control["custom_id"]!, next.choice));
        uses[next.verb] = Uses(next.verb) + 1;
        uses[next.label] = Uses(next.label) + 1;
        return (message, control, next.verb, next.choice);
    }

    private static string VerbOf(string customId) => ControlId.Parse(ControlTag.Read(customId).Id)?.Verb ?? "";

    private int Uses(string what) => uses.GetValueOrDefault(what);

    /// <summary>Sensible values for what stands empty in a form.</summary>
    private Dictionary<string, string> Filled(JsonObject form)
    {
        var inAWeek = LocalDatePattern.Iso.Format(team.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).Date.PlusDays(7));
        return form["components"]!.AsArray().Select(row => row!["component"]!.AsObject()).Where(field => field["value"] is null).ToDictionary(
            field => (string)field["custom_id"]!,
            field => (string)field["custom_id"]! switch
            {
                "when" => "fri",
                "due" => Used.Count % 2 == 0 ? inAWeek : "today 16:00",
                "until" => inAWeek,
                "minutes" or "estimate" => "20m",
                "customer" => "Acme",
                "who" => "@Kim",
                "ask" => "yes",
                "text" => "You get it by friday 16:00",
                _ => "As we agreed",
            });
    }
}
