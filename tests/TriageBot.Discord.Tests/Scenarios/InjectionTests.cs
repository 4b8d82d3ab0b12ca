using System.Text.RegularExpressions;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>Whatever people type, nobody's phone rings for it and none of it comes alive (rule X6).</summary>
public sealed partial class InjectionTests
{
    [Fact]
    public async Task Four_hundred_hostile_texts_through_every_field_ring_no_phone_and_lose_no_answer()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var emulator = team.Emulator;
        var guild = await emulator.AddGuildAsync("Ids", "ann");
        var role = (string?)(await emulator.SayAsync("role", new { guild = "Ops", name = "Everybody", isMentionable = true }))!["id"] ?? "1";
        var texts = InjectionTexts.All(guild.Members["ann"], role);
        Assert.True(texts.Count >= 200);

        foreach (var text in texts.Where(text => text.Length is > 0 and <= 100))
        {
            Answered(await team.SlashAsync(DiscordTeam.Sam, "urgent", new Dictionary<string, string> { ["what"] = text, ["customer"] = text, ["if-it-waits"] = text, ["due"] = text }), text);
        }

        foreach (var text in texts.Where(text => text.Length is > 0 and <= 100).Take(60))
        {
            Answered(await team.SlashAsync(DiscordTeam.Sam, "urgent", new Dictionary<string, string> { ["what"] = text, ["customer"] = text, ["if-it-waits"] = text }), text);
            Answered(await team.SlashAsync(DiscordTeam.Boss, "task", new { what = text }), text);
        }

        foreach (var who in (string[])[DiscordTeam.Sam, DiscordTeam.Boss])
        {
            foreach (var command in (string[])["requests", "tasks", "queue", "agenda"]) Answered(await team.SlashAsync(who, command), command);
        }

        await team.MoveToAsync("10:31");
        var card = (await team.SlashAsync(DiscordTeam.Boss, "break")).Message!;
        foreach (var text in texts.Where(text => text.Length > 0).Take(40))
        {
            if (!card.Buttons.Contains("Answer")) break;
            var done = await team.SubmitAsync(await team.OpenAsync(DiscordTeam.Boss, card, "Answer"), new { text });
            Answered(done, text);
            card = done.Message!;
        }

        Assert.Equal(0, await emulator.PingsAsync());
        foreach (var message in (await emulator.MessagesAsync()).Where(message => message.Author == "triagebot"))
        {
            Assert.True(message.ShownMentions.Count == 0, $"A mention came alive: {message.Text}");
            var alive = message.Alive.Where(mark => !Own().IsMatch(mark) || mark.Contains(guild.Members["ann"], StringComparison.Ordinal));
            Assert.True(!alive.Any(), $"{string.Join("  ", alive)} came alive in: {message.Text}");
        }
    }

    /// <summary>What the bot itself marks up: what is important, people of this server, and times in the form that nobody typed.</summary>
    [GeneratedRegex(@"^(\*\*|<@[1-9]\d*>|<t:\d+:[tf]>)$")]
    private static partial Regex Own();

    private static void Answered(SeenInteraction answer, string text) => Assert.True(answer.Answer is 4 or 5 or 6 or 7, $"“{text}” was answered with {answer.Answer}.");
}
