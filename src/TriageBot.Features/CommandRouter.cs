using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features;

/// <summary>The way of a command (architecture, section 2): finds who answers, runs it in one unit of work, and returns the reply once it is on disk.</summary>
public sealed class CommandRouter(IDatabase database, FeatureMap map, RouterParts parts, Failures failures, TimeProvider clock) : IChatBot
{
    public CommandTree Commands { get; } = new(map.Commands);

    public IReadOnlyList<string> MessageMenus => map.Menus;

    public IReadOnlyList<string> MemberMenus => map.MemberMenus;

    public async Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct)
    {
        try
        {
            return Find(incoming) switch
            {
                Destined.Answered answered => answered.Reply,
                Destined.To { Route.OnlyLooks: true } look => await LookAsync(incoming, look, ct).ConfigureAwait(false),
                Destined.To change => await ChangeAsync(incoming, change, ct).ConfigureAwait(false),
                _ => Reply.Nothing.Instance,
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return failures.Reply(fault, incoming);
        }
    }

    public async Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct)
    {
        await database.WriteAsync(db => parts.Arrivals.SeenAsync(db, workspace, Now), ct).ConfigureAwait(false);
        parts.Signal.Wake();
    }

    public async Task LeftAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await database.WriteAsync(db => parts.Departures.LeftAsync(db, workspace, Now), ct).ConfigureAwait(false);
        parts.Signal.Wake();
    }

    public async Task PresentAsync(RollCall call, CancellationToken ct)
    {
        foreach (var missing in await database.ReadAsync(db => parts.Departures.MissingAsync(db, call), ct).ConfigureAwait(false))
        {
            await LeftAsync(missing, ct).ConfigureAwait(false);
        }
    }

    public Task<IReadOnlyList<WorkspaceKnown>> WorkspacesOfAsync(string platform, MemberId member, CancellationToken ct) =>
        database.ReadAsync(db => parts.Workspaces.OfMemberAsync(db, platform, member), ct);

    public async Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct)
    {
        if (Commands.Find(request.Command)?.Option(request.Option) is not { } option) return [];
        var incoming = new Incoming(request.Workspace, request.Author, new Destination.Direct(request.Author.Id), "", new IncomingBody.Typed(request.Typed));
        await MeetAsync(incoming, ct).ConfigureAwait(false);
        return await database.ReadAsync(
            async db => await parts.Completions.CompleteAsync(await TurnAsync(db, incoming, new Destined.To(NoRoute), Now).ConfigureAwait(false), option, request.Typed)
                .ConfigureAwait(false),
            ct).ConfigureAwait(false);
    }

    private static FeatureMap.Route NoRoute { get; } = new(_ => Task.FromResult<Reply>(Reply.Nothing.Instance));

    /// <summary>Read once per unit of work and passed down.</summary>
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private Destined Find(Incoming incoming) => incoming.Body switch
    {
        IncomingBody.Typed { Text: var text } when text.TrimStart().StartsWith('/') => Read(TypedCommandReader.Read(text.TrimStart(), Commands), text),
        IncomingBody.Typed { Mentions.Count: > 0 } when incoming.Where is Destination.Channel && map.Mention is { } mention => new Destined.To(new(mention)),
        IncomingBody.Typed => incoming.Where is Destination.Direct && map.Talk is { } talk ? new Destined.To(new(talk)) : new Destined.Nowhere(),
        IncomingBody.Command command when Commands.Find(command.Name) is { } spec => Read(TypedCommandReader.CheckValues(spec, command.Values), "/" + command.Name),
        IncomingBody.Pressed pressed when ControlId.Parse(pressed.ControlId) is { } id && map.FindControl(id.Verb) is { } route =>
            new Destined.To(route) { Control = id, Choice = pressed.Choice ?? "" },
        IncomingBody.Filled filled when ControlId.Parse(filled.FormId) is { } id && map.FindForm(id.Verb) is { } route =>
            new Destined.To(route) { Control = id, Values = filled.Values },
        IncomingBody.MenuUsed used when map.FindMenu(used.Menu) is { } route => new Destined.To(route),
        IncomingBody.MemberMenuUsed used when map.FindMemberMenu(used.Menu) is { } route => new Destined.To(route),
        _ => new Destined.Answered(parts.Texts.Private(RouterTexts.NotKnown)),
    };

    private Destined Read(ParseResult result, string typed) => result switch
    {
        ParseResult.Command command when map.FindCommand(command.Spec.Name) is { } route => new Destined.To(route) { Values = command.Values, WithLongerCustomer = command.WithLongerCustomer },
        ParseResult.Problem problem => new Destined.Answered(parts.Problems.Reply(problem, typed)),
        _ => new Destined.Nowhere(),
    };

    private async Task<Reply> LookAsync(Incoming incoming, Destined.To to, CancellationToken ct)
    {
        await MeetAsync(incoming, ct).ConfigureAwait(false);
        return await database.ReadAsync(async db => await AnswerAsync(await TurnAsync(db, incoming, to, Now).ConfigureAwait(false), to).ConfigureAwait(false), ct).ConfigureAwait(false);
    }

    /// <summary>Who only looks is written down first when they are new or changed, which is rare.</summary>
    private async Task MeetAsync(Incoming incoming, CancellationToken ct)
    {
        var isMet = await database.ReadAsync(async db => IsMet(await parts.Members.FindAsync(db, incoming.Workspace, incoming.Author.Id).ConfigureAwait(false), incoming.Author), ct)
            .ConfigureAwait(false);
        if (!isMet) await database.WriteAsync(db => MeetAsync(db, incoming), ct).ConfigureAwait(false);
    }

    /// <summary>The author as the platform shows them at this moment: a right that was given or taken counts at once (rule X5).</summary>
    private async Task<Member?> MeetAsync(DbSession db, Incoming incoming)
    {
        var member = await parts.Members.FindAsync(db, incoming.Workspace, incoming.Author.Id).ConfigureAwait(false);
        if (IsMet(member, incoming.Author)) return member;
        await parts.Members.SeenAsync(db, incoming.Workspace, incoming.Author).ConfigureAwait(false);
        return await parts.Members.FindAsync(db, incoming.Workspace, incoming.Author.Id).ConfigureAwait(false);
    }

    private static bool IsMet(Member? member, Author author) =>
        member is not null && (author.IsAdmin is not { } isAdmin || (member.IsAdmin == isAdmin && member.Name == author.Name));

    private async Task<Reply> ChangeAsync(Incoming incoming, Destined.To to, CancellationToken ct)
    {
        try
        {
            var (reply, due) = await database.WriteAsync(
                async db =>
                {
                    var now = Now;
                    await MeetAsync(db, incoming).ConfigureAwait(false);
                    var turn = await TurnAsync(db, incoming, to, now).ConfigureAwait(false);
                    var answer = await AnswerAsync(turn, to).ConfigureAwait(false);
                    await parts.Inbox.InsertAsync(db, incoming.Workspace, incoming.EventId, answer, now).ConfigureAwait(false);
                    return (answer, turn.Unit.SoonestDue);
                },
                ct).ConfigureAwait(false);
            if (due is { } soonest) parts.Signal.WakeFor(soonest);
            return reply;
        }
        catch (Exception fault) when (database.IsDuplicateKey(fault))
        {
            // The event was already handled, and the repetition has just been rolled back: the first reply counts.
            var first = await database.ReadAsync(db => parts.Inbox.FindReplyAsync(db, incoming.Workspace, incoming.EventId), ct).ConfigureAwait(false);
            if (first is null) throw;
            return first;
        }
    }

    private async Task<Reply> AnswerAsync(Turn turn, Destined.To to) =>
        to.Route.Spec is { } spec && Policy.Decide(turn.Actor, new Act.UseCommand(spec)) is Verdict.Refused refused
            ? await parts.Refusals.ReplyAsync(turn, refused, "/" + spec.Name).ConfigureAwait(false)
            : await to.Route.Handler(turn).ConfigureAwait(false);

    private async Task<Turn> TurnAsync(DbSession db, Incoming incoming, Destined.To to, Instant now)
    {
        var workspace = await parts.Workspaces.FindAsync(db, incoming.Workspace).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Workspace '{incoming.Workspace}' sent an event before it was seen.");
        var author = await parts.Members.FindAsync(db, incoming.Workspace, incoming.Author.Id).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Member '{incoming.Author.Id}' sent an event before they were seen.");
        var values = to.Route.Spec is { } spec
            ? await parts.Customers.InOwnSpellingAsync(db, incoming.Workspace, spec, to.Values, to.WithLongerCustomer).ConfigureAwait(false)
            : to.Values;
        return new Turn(new UnitOfWork(db, workspace, now), author, incoming)
        {
            Command = to.Route.Spec?.Name ?? "",
            MayKeep = !to.Route.OnlyLooks,
            Values = values,
            Control = to.Control,
            Choice = to.Choice,
        };
    }

    private abstract record Destined
    {
        public sealed record To(FeatureMap.Route Route) : Destined
        {
            public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

            public IReadOnlyList<IReadOnlyDictionary<string, string>> WithLongerCustomer { get; init; } = [];

            public ControlId Control { get; init; } = new("");

            public string Choice { get; init; } = "";
        }

        public sealed record Answered(Reply Reply) : Destined;

        public sealed record Nowhere : Destined;
    }
}
