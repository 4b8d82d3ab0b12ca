namespace TriageBot.Core.Chat;

/// <summary>One team's space (rule X8): every row and every query carries it. 1–64 characters, given by the adapter, unique over all platforms.</summary>
public readonly record struct WorkspaceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person of a workspace: the platform's own id, unique within the workspace only.</summary>
public readonly record struct MemberId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Who sent an <see cref="Incoming"/>, as the platform knows them at that moment.</summary>
/// <param name="IsAdmin">The platform's own right to manage the workspace; the bot's roles come from its database.
/// Null where the platform shows only the account, as in a private conversation outside of the workspace: what is known of the member then stays.</param>
public sealed record Author(MemberId Id, string Name, bool? IsAdmin = false);
