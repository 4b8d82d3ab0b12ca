using NodaTime;

namespace TriageBot.Core.Urgent;

/// <summary>What a service level sets for a held message (rule H2).</summary>
/// <param name="Latest">L: it is read no later than this, 15 working minutes of the service before <paramref name="Due"/>.</param>
/// <param name="Due">When the customer must have heard from a person; no answer is promised after it.</param>
public sealed record HoldLimit(Instant Latest, Instant Due);
