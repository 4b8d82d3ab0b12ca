using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features;

/// <summary>Completes the value of an option by its kind.</summary>
public sealed class Completions(MemberStore members, CompletionPlaces places, ItemCompletion items, CustomerStore customers, DueInput dates)
{
    private const int MostChoices = 25;

    public async Task<IReadOnlyList<Choice>> CompleteAsync(Turn turn, OptionSpec option, string typed)
    {
        // A date's label is what was typed, resolved: it need not hold the typed letters.
        if (option.Kind == OptionKind.Date) return [.. (await dates.CompleteAsync(turn, typed).ConfigureAwait(false)).Take(MostChoices)];
        var candidates = option.Kind switch
        {
            OptionKind.Member => (await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false))
                .Select(member => new Choice("@" + member.Id.Value, "@" + member.Name)),
            OptionKind.Channel => (await places.Workspaces.ChannelsAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false))
                .Select(channel => new Choice("#" + channel.Name, "#" + channel.Name)),
            OptionKind.Customer => (await customers.NamesAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Select(name => new Choice(name, name)),
            OptionKind.Function => (await places.Owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false))
                .SelectMany(plan => plan.Blocks).Select(block => block.Function).Distinct().Select(function => new Choice(function, function)),
            OptionKind.Choice => option.Choices.Select(choice => new Choice(choice, choice)),
            OptionKind.YesNo => [new Choice("yes", "yes"), new Choice("no", "no")],
            OptionKind.Duration => [new Choice("15m", "15 min"), new Choice("30m", "30 min"), new Choice("1h", "1 hour"), new Choice("2h", "2 hours")],
            OptionKind.Item => await items.OfAsync(turn, option.Items).ConfigureAwait(false),
            OptionKind.Zone => NodaTime.DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal)).Select(id => new Choice(id, id)),
            _ => [],
        };
        var wanted = typed.TrimStart('@', '#');
        return
        [
            .. candidates
                .Where(choice => choice.Label.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderBy(choice => choice.Value == wanted ? 0 : choice.Label.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 1 : 2)
                .Take(MostChoices),
        ];
    }
}

/// <summary>Where channels and the kinds of an owner's week are looked up.</summary>
public sealed record CompletionPlaces(WorkspaceStore Workspaces, OwnerStore Owners);
