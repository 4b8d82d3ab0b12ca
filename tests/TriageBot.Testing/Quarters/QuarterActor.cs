using TriageBot.Core.Chat;
using TriageBot.Simulate;

namespace TriageBot.Testing.Quarters;

/// <summary>Acts for people as a platform does: hands what they do to the bot, and gives back the card it answers with.</summary>
internal sealed class QuarterActor(Team team)
{
    private long events;

    public Task<Card?> SayAsync(string who, string text) => DeliverAsync(who, new IncomingBody.Typed(text));

    public static bool Has(Card? card, string label) => card?.Controls.OfType<Button>().Any(button => button.Label == label) == true;

    public async Task<Card?> PressAsync(string who, Card card, string label)
    {
        var button = card.Controls.OfType<Button>().First(button => button.Label == label);
        return await DeliverAsync(who, new IncomingBody.Pressed(button.Id));
    }

    /// <summary>Presses a button that opens a form, and fills its one field in.</summary>
    public async Task<Card?> PressAndFillAsync(string who, Card card, string label, string text)
    {
        var button = card.Controls.OfType<Button>().First(button => button.Label == label);
        if (await ReplyAsync(who, new IncomingBody.Pressed(button.Id)) is not Reply.Open opened) throw new TeamException($"'{label}' opened no form.");
        return await DeliverAsync(who, new IncomingBody.Filled(opened.Form.Id, new Dictionary<string, string> { [opened.Form.Fields[0].Name] = text }));
    }

    /// <param name="choose">From the values offered.</param>
    public Task<Card?> ChooseAsync(string who, Card card, string label, Func<IReadOnlyList<string>, string> choose)
    {
        var select = card.Controls.OfType<Select>().First(select => select.Label == label);
        return DeliverAsync(who, new IncomingBody.Pressed(select.Id, choose([.. select.Choices.Select(choice => choice.Value)])));
    }

    private async Task<Card?> DeliverAsync(string who, IncomingBody body) => await ReplyAsync(who, body) switch
    {
        Reply.Private shown => shown.Card,
        Reply.Update shown => shown.Card,
        Reply.Public shown => shown.Card,
        _ => null,
    };

    private Task<Reply> ReplyAsync(string who, IncomingBody body)
    {
        var id = Stage.IdOf(who);
        return team.DeliversAsync(new Incoming(default, new Author(id, who, IsAdmin: null), new Destination.Direct(id), $"quarter-{++events}", body));
    }
}
