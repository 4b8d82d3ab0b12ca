using TriageBot.Core.Chat;

namespace TriageBot.Features;

/// <summary>What somebody typed, whole, for answers that cannot use it: nothing typed is ever lost (product, section 2).</summary>
internal static class TypedText
{
    public static string Of(IncomingBody body) => body switch
    {
        IncomingBody.Typed typed => typed.Text,
        IncomingBody.Command command => "/" + command.Name + string.Concat(command.Values.Select(value => $" {value.Key}:\"{value.Value}\"")),
        IncomingBody.Filled filled => string.Join("\n", filled.Values.Values),
        IncomingBody.MenuUsed used => used.MessageText,
        _ => "",
    };
}
