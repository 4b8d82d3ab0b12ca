using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace TriageBot.Core.Chat;

/// <summary>The bot's sentences as configured, checked once against what the program needs.</summary>
public sealed class ReplyTexts
{
    private readonly Dictionary<string, ImmutableArray<Part>> templates;

    private ReplyTexts(Dictionary<string, ImmutableArray<Part>> templates) => this.templates = templates;

    /// <summary>Reads templates: <c>{name}</c> is a placeholder, <c>**words**</c> are emphasised, <c>{{</c> and <c>}}</c> are braces.</summary>
    /// <param name="configured">Sentences by key.</param>
    /// <param name="needed">Every sentence the program says.</param>
    /// <returns>The sentences, or every fault at once: missing keys, unknown keys, missing and unknown placeholders.</returns>
    public static (ReplyTexts? Texts, ImmutableArray<string> Faults) Check(IReadOnlyDictionary<string, string> configured, IEnumerable<ReplyText> needed)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var templates = new Dictionary<string, ImmutableArray<Part>>();
        var known = needed.ToDictionary(text => text.Key);
        faults.AddRange(configured.Keys.Except(known.Keys).Order(StringComparer.Ordinal).Select(key => $"'{key}' is not a sentence of this program"));
        foreach (var text in known.Values)
        {
            if (!configured.TryGetValue(text.Key, out var template))
            {
                faults.Add($"'{text.Key}' is missing");
                continue;
            }

            var parts = Parse(template);
            var used = parts.Where(part => part.Words is null).Select(part => part.Placeholder).ToHashSet();
            faults.AddRange(used.Except(text.Placeholders).Select(name => $"'{text.Key}' uses {{{name}}}, which it does not have; it has {Names(text)}"));
            faults.AddRange(text.Placeholders.Except(used).Select(name => $"'{text.Key}' does not use {{{name}}}"));
            templates[text.Key] = parts;
        }

        return faults.Count == 0 ? (new ReplyTexts(templates), []) : (null, faults.ToImmutable());
    }

    /// <summary>The sentence with its placeholders filled in.</summary>
    /// <exception cref="KeyNotFoundException">The sentence, or a value for one of its placeholders, is not there.</exception>
    public RichText Say(ReplyText text, params ReadOnlySpan<(string Name, ReplyValue Value)> values)
    {
        var runs = new List<TextRun>();
        foreach (var part in templates[text.Key])
        {
            if (part.Words is { } words)
            {
                runs.Add(words);
                continue;
            }

            foreach (var run in Find(text, part.Placeholder, values).Text.Runs) runs.Add(part.IsStrong ? Emphasised(run) : run);
        }

        return RichText.Of(CollectionsMarshal.AsSpan(runs));
    }

    /// <summary>The sentence for its author alone: how nearly every answer says that something was not done, and why.</summary>
    /// <exception cref="KeyNotFoundException">As for <see cref="Say"/>.</exception>
    public Reply.Private Private(ReplyText text, params ReadOnlySpan<(string Name, ReplyValue Value)> values) => new(new Card(Say(text, values)));

    /// <summary>Only the bot's own words are emphasised; what was typed stays literally what it is.</summary>
    private static TextRun Emphasised(TextRun run) => run.Kind == RunKind.Plain ? run with { Kind = RunKind.Strong } : run;

    private static ReplyValue Find(ReplyText text, string name, ReadOnlySpan<(string Name, ReplyValue Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (candidate == name) return value;
        }

        throw new KeyNotFoundException($"The sentence '{text.Key}' needs a value for {{{name}}}.");
    }

    private static string Names(ReplyText text) =>
        text.Placeholders.IsEmpty ? "no placeholders" : string.Join(", ", text.Placeholders.Select(name => $"{{{name}}}"));

    private static ImmutableArray<Part> Parse(string template)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var words = new StringBuilder();
        var strong = false;
        for (var i = 0; i < template.Length; i++)
        {
            var close = template.IndexOf('}', i);
            if (Pair(template, i, '{') || Pair(template, i, '}')) words.Append(template[i++]);
            else if (Pair(template, i, '*'))
            {
                Flush();
                strong = !strong;
                i++;
            }
            else if (template[i] == '{' && close > 0)
            {
                Flush();
                parts.Add(new Part(null, template[(i + 1)..close], strong));
                i = close;
            }
            else words.Append(template[i]);
        }

        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            if (words.Length > 0) parts.Add(new Part(new TextRun(strong ? RunKind.Strong : RunKind.Plain, words.ToString()), "", strong));
            words.Clear();
        }
    }

    private static bool Pair(string text, int at, char mark) => text[at] == mark && at + 1 < text.Length && text[at + 1] == mark;

    /// <param name="Words">The bot's own words, or null for a placeholder.</param>
    private readonly record struct Part(TextRun? Words, string Placeholder, bool IsStrong);
}
