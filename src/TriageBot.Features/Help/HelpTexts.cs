using TriageBot.Core.Chat;

namespace TriageBot.Features.Help;

/// <summary>What is said about commands.</summary>
internal static class HelpTexts
{
    public static readonly ReplyText Purpose = new("help.purpose");
    public static readonly ReplyText BeginMember = new("help.begin-member");
    public static readonly ReplyText BeginOwner = new("help.begin-owner");
    public static readonly ReplyText BeginAdmin = new("help.begin-admin");
    public static readonly ReplyText First = new("help.first");
    public static readonly ReplyText FirstLine = new("help.first-line", "example", "summary");
    public static readonly ReplyText Group = new("help.group", "who");
    public static readonly ReplyText Line = new("help.line", "name", "summary");
    public static readonly ReplyText Menus = new("help.menus", "menus");
    public static readonly ReplyText More = new("help.more", "example");

    public static readonly ReplyText Command = new("help.command", "usage", "summary");
    public static readonly ReplyText Who = new("help.who", "who");
    public static readonly ReplyText NotYours = new("help.not-yours", "who");
    public static readonly ReplyText Option = new("help.option", "name", "expects", "summary");
    public static readonly ReplyText Examples = new("help.examples", "examples");
    public static readonly ReplyText NoCommand = new("help.no-command", "typed");
    public static readonly ReplyText NoCommandButNear = new("help.no-command-but-near", "typed", "near", "example");

    public static IEnumerable<ReplyText> All =>
    [
        Purpose, BeginMember, BeginOwner, BeginAdmin, First, FirstLine, Group, Line, Menus, More, Command, Who, NotYours, Option, Examples, NoCommand, NoCommandButNear,
    ];
}
