using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Forget;

/// <summary>Takes somebody, or what was typed by or about them, out of texts that stay.</summary>
public sealed class Redaction
{
    public const string Erased = "(erased)";

    /// <summary>Titles are shown shortened, so their beginning is what they are known by.</summary>
    private const int KnownBy = 40;

    /// <summary>What is shorter says too little to be looked for in other texts.</summary>
    private const int Shortest = 4;

    private readonly string instead;
    private readonly Regex names;
    private readonly MemberId? member;
    private readonly ImmutableArray<string> words;

    private Redaction(IEnumerable<string> names, string instead, MemberId? member, IEnumerable<string> words)
    {
        var any = string.Join('|', names.Where(name => name.Length > 0).OrderByDescending(name => name.Length).Select(Regex.Escape));
        this.names = new Regex($@"(?<![\p{{L}}\p{{N}}_-])(?:{(any.Length == 0 ? "(?!)" : any)})(?![\p{{L}}\p{{N}}_-])", RegexOptions.CultureInvariant);
        this.instead = instead;
        this.member = member;
        this.words = [.. words.Select(OneLine).Where(text => text.Length >= Shortest).Select(text => text.Length > KnownBy ? text[..KnownBy] : text).Distinct()];
    }

    public static Redaction OfMember(MemberId member, string name, MemberId instead, IEnumerable<string> words) => new([member.Value, name], instead.Value, member, words);

    public static Redaction OfCustomer(IEnumerable<string> names, IEnumerable<string> words) => new(names, Erased, null, words);

    /// <summary>A text of the program or the bot: whoever stands in it as a whole word is replaced.</summary>
    public string Of(string text) => names.Replace(text, instead.Replace("$", "$$", StringComparison.Ordinal));

    public Card Of(Card card) => card with
    {
        Text = new RichText([.. card.Text.Runs.Select(Of)]),
        Controls = [.. card.Controls.Select(Of)],
        Mentions = [.. card.Mentions.Where(mentioned => mentioned != member)],
        Thread = card.Thread is { } thread ? OfTyped(thread) : null,
    };

    private TextRun Of(TextRun run) => run switch
    {
        { Kind: RunKind.Person } when run.Member == member?.Value => new TextRun(RunKind.Plain, instead),
        { Kind: RunKind.Typed } => run with { Text = OfTyped(run.Text) },
        _ => run with { Text = Of(run.Text) },
    };

    private Control Of(Control control) => control switch
    {
        Button button => button with { Label = OfTyped(button.Label) },
        Select select => select with { Label = OfTyped(select.Label), Choices = [.. select.Choices.Where(choice => choice.Value != member?.Value).Select(choice => choice with { Label = OfTyped(choice.Label) })] },
        _ => control,
    };

    private string OfTyped(string text)
    {
        var line = OneLine(text);
        return words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Erased : Of(text);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
