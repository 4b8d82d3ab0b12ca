using TriageBot.Core.Commands;

namespace TriageBot.Features.Forget;

internal static class ForgetCommands
{
    public static CommandSpec Forget { get; } = new("forget", "Erase what is kept about a person or a customer, after showing what that is", CommandAccess.Admins)
    {
        Options =
        [
            new("person", OptionKind.Member, "Whose words and name are erased"),
            new("customer", OptionKind.Customer, "Which customer is erased") { MaxLength = 100 },
        ],
        Examples = ["/forget person:@sam", "/forget customer:Acme"],
        Details = "First only you see in numbers what goes and what stays; nothing is erased before you press the red button. It cannot be undone.",
    };
}

/// <summary>Verbs of the buttons.</summary>
internal static class ForgetVerbs
{
    public const string Person = "forget-person";
    public const string Customer = "forget-customer";
    public const string Cancel = "forget-cancel";
}
