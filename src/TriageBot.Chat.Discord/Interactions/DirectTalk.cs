namespace TriageBot.Chat.Discord.Interactions;

/// <summary>A server a private conversation is about, and who its other end is there.</summary>
internal sealed record Home(ulong Guild, Author Author);

/// <summary>Finds what a private conversation with the bot is about; the conversation itself belongs to no server.</summary>
internal sealed class DirectTalk(IChatBot bot, Membership membership)
{
    /// <param name="tagged">The server named by the control that was used; null where nothing names one.</param>
    /// <returns>Null where there is no such server, with a sentence that says so; nothing is written then.</returns>
    public async Task<(Home? Home, string Problem)> HomeAsync(Author account, ulong? tagged, CancellationToken ct)
    {
        var known = await bot.WorkspacesOfAsync(DiscordOptions.PlatformName, account.Id, ct).ConfigureAwait(false);
        var meant = tagged is { } named ? known.Where(workspace => workspace.Id == DiscordIds.Workspace(named)).ToList() : known;
        if (meant is not [var home] || DiscordIds.Guild(home.Id) is not { } guild) return (null, tagged is null ? WhichServer(known) : "I am no longer in the server this is about.");
        return await membership.FindAsync(guild, account, ct).ConfigureAwait(false) is { } author
            ? (new Home(guild, author), "")
            : (null, $"You are no longer in {home.Name}, so this is not for you to use any more.");
    }

    private static string WhichServer(IReadOnlyList<WorkspaceKnown> known) => known.Count == 0
        ? "I do not know yet which server you belong to. Use a command there once, for example /requests; afterwards I understand you here too."
        : $"You are in several servers with me ({string.Join(", ", known.Take(10).Select(workspace => workspace.Name))}). Use the command in the one you mean.";
}
