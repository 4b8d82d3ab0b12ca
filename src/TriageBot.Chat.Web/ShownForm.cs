using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>A form put before one member.</summary>
/// <param name="InstanceId">Names this showing of the form; it is filled in under this id.</param>
/// <param name="OpenedFrom">Message whose control opened it, if it was opened by one.</param>
public sealed record ShownForm(string InstanceId, MemberId For, Destination Where, string? OpenedFrom, Form Form);
