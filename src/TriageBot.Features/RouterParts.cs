using TriageBot.Core.Chat;
using TriageBot.Features.Customers;
using TriageBot.Features.Inbox;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features;

/// <summary>What the router works with besides the database.</summary>
public sealed record RouterParts(
    WorkspaceStore Workspaces,
    MemberStore Members,
    InboxStore Inbox,
    Arrivals Arrivals,
    Departures Departures,
    Refusals Refusals,
    Problems Problems,
    Completions Completions,
    CustomerNaming Customers,
    ReplyTexts Texts,
    CycleSignal Signal);
