using TriageBot.Discord.Emulator.Control;
using TriageBot.Discord.Emulator.Gateway;
using TriageBot.Discord.Emulator.People;
using TriageBot.Discord.Emulator.Rest;
using TriageBot.Discord.Emulator.Spec;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator;

/// <summary>All parts, put together.</summary>
internal sealed class Service
{
    public Service()
    {
        World = new WorldState();
        Desk = new MessageDesk(World);
        Sessions = new Sessions(World, Door, Application, Journal);
        World.Publish = Sessions.Publish;
        Rest = new RestServer(World, Routes(), Journal, Spec);
        Gateway = new GatewayServer(World, Sessions, Door);
        Names = new Names(World);
        Acts = new Acts(World, Desk, Application, Names);
        Files = new FileServer(World);
        Control = new ControlServer(this);
    }

    public WorldState World { get; }

    public Application Application { get; } = new();

    public Journal Journal { get; } = new();

    public RequestSpec Spec { get; } = RequestSpec.Find();

    public MessageDesk Desk { get; }

    public GatewayDoor Door { get; } = new();

    public Sessions Sessions { get; }

    public RestServer Rest { get; }

    public GatewayServer Gateway { get; }

    public Names Names { get; }

    public Acts Acts { get; }

    public FileServer Files { get; }

    public ControlServer Control { get; }

    private RouteTable Routes()
    {
        var access = new Access(World);
        var routes = new RouteTable();
        new MessageRoutes(World, Desk, access).AddTo(routes);
        new ChannelRoutes(World, Desk, access).AddTo(routes);
        new CommandRoutes(World, access).AddTo(routes);
        new GuildRoutes(World, access, Application).AddTo(routes);
        new UserRoutes(World, Application, Door).AddTo(routes);
        new InteractionRoutes(World, Desk).AddTo(routes);
        new WebhookRoutes(World, Desk).AddTo(routes);
        return routes;
    }
}
