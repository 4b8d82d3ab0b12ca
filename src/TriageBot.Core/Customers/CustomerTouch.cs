namespace TriageBot.Core.Customers;

/// <summary>A customer to be contacted on a day.</summary>
/// <param name="Customer">In its own spelling.</param>
/// <param name="Reason">In the bot's words or an owner's: "3 days after the boiler", "not heard of for 30 days".</param>
public sealed record CustomerTouch(string Customer, string Reason);
