using System.Text;
using TriageBot.Core.Time;

namespace TriageBot.Core.Commands;

/// <summary>Reads a typed command line such as <c>/urgent Server down customer:Acme due:"today 5pm"</c> (product, section 2). How far a named value reaches says <see cref="ValueReach"/>.</summary>
public static class TypedCommandReader
{
    /// <summary>Names of customers with more words than this are typed in quotes.</summary>
    private const int MostWordsOfCustomer = 6;

    /// <summary>Never throws, whatever was typed. An example that would itself be refused, because more than one thing is wrong, gives way to one of the command's own.</summary>
    public static ParseResult Read(string text, CommandTree commands)
    {
        return ReadLine(text, commands) switch
        {
            ParseResult.Problem problem when ReadLine(problem.Example, commands) is ParseResult.Problem => problem with { Example = KnownExample(text, commands) },
            ParseResult.Command command => command with { WithLongerCustomer = WithLongerCustomer(text, commands, command) },
            var result => result,
        };
    }

    /// <summary>The same checks for values that a platform has already told apart. A blank value counts as not given; positions are 0.</summary>
    public static ParseResult CheckValues(CommandSpec spec, IReadOnlyDictionary<string, string> values)
    {
        var given = new Dictionary<string, (string Value, int Position)>();
        foreach (var (name, value) in values)
        {
            if (spec.Option(name) is null) return new ParseResult.Problem($"/{spec.Name} has no option “{name}”.", 0, NearestExample(spec, values.Values));
            if (!string.IsNullOrWhiteSpace(value)) given[name] = (value, 0);
        }

        return Check(spec, given, end: 0);
    }

    /// <summary>"/urgent Server down customer:Acme Group" is meant so where there is a customer of that name; who knows that is not asked here.</summary>
    private static List<IReadOnlyDictionary<string, string>> WithLongerCustomer(string text, CommandTree commands, ParseResult.Command shortest)
    {
        var customers = shortest.Spec.Options.Where(option => option.Kind == OptionKind.Customer).Select(option => option.Name).ToList();
        var longer = new List<IReadOnlyDictionary<string, string>>();
        for (var words = 2; words <= MostWordsOfCustomer && ReadLine(text, commands, words) is ParseResult.Command command; words++)
        {
            var before = longer.FirstOrDefault(shortest.Values);
            if (customers.TrueForAll(name => command.Values.GetValueOrDefault(name) == before.GetValueOrDefault(name))) break;
            longer.Insert(0, command.Values);
        }

        return longer;
    }

    /// <param name="wordsOfCustomer">How many words without quotes a customer's name takes, where nothing else says how far it reaches.</param>
    private static ParseResult ReadLine(string text, CommandTree commands, int wordsOfCustomer = 1)
    {
        var start = text.Length - text.TrimStart().Length;
        var (name, nameEnd) = Name(text, start);
        if (name is null) return new ParseResult.Problem("A command begins with a slash.", start, KnownExample(text, commands));
        if (commands.Find(name) is not { } spec) return Unknown(text, name, nameEnd, commands);

        var (words, problem) = new TypedWordScanner(text, spec).Scan(nameEnd);
        if (problem is not null) return problem;
        var beforeMain = Shares(spec, words, wordsOfCustomer).Of.Where(share => share.Key != spec.Main).Sum(share => share.Value.Count);
        words = ValueReach.Extend(text, spec, words, beforeMain, wordsOfCustomer);
        if (Twice(text, words) is { } twice) return twice;
        var given = words.Where(word => word.Option is not null).ToDictionary(word => word.Option?.Name ?? "", word => (word.Value, word.ValueStart));
        var (shares, left) = Shares(spec, words, wordsOfCustomer);
        if (left.Count > 0) return TooManyWords(text, spec, given, left);
        foreach (var (option, share) in shares) given[option.Name] = (Joined(text, share), share[0].Start);
        return Check(spec, given, text.Length);
    }

    private static (string? Name, int End) Name(string text, int start)
    {
        if (start == text.Length || text[start] != '/') return (null, start);
        var end = start + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return (text[(start + 1)..end], end);
    }

    private static ParseResult.Problem Unknown(string text, string name, int nameEnd, CommandTree commands)
    {
        var near = Spelling.Nearest(name, commands.All.Select(command => command.Name)).Take(3).ToList();
        var start = nameEnd - name.Length;
        if (near.Count == 0) return new ParseResult.Problem($"There is no command “/{Shown(name)}”. /help lists all commands.", start - 1, KnownExample(text, commands));
        return new ParseResult.Problem(
            $"There is no command “/{Shown(name)}”. Did you mean {string.Join(" or ", near.Select(command => "/" + command))}?",
            start - 1,
            text[..start] + near[0] + text[nameEnd..]);
    }

    private static ParseResult.Problem? Twice(string text, IReadOnlyList<TypedWord> words)
    {
        var seen = new HashSet<OptionSpec>();
        return words.FirstOrDefault(word => word.Option is not null && !seen.Add(word.Option)) is { Option: { } option } second
            ? new ParseResult.Problem($"“{option.Name}” is given twice.", second.Start, (text[..second.Start] + text[second.End..].TrimStart()).TrimEnd())
            : null;
    }

    /// <summary>
    /// Of the positional options that are not named, all but the last take one unnamed word each, a customer as many as given; the last takes all that follow; a choice only a word that is one of its choices.
    /// </summary>
    /// <returns>Also the words that are left: they have no place.</returns>
    private static (Dictionary<OptionSpec, List<TypedWord>> Of, List<TypedWord> Left) Shares(CommandSpec spec, IReadOnlyList<TypedWord> words, int wordsOfCustomer)
    {
        var shares = new Dictionary<OptionSpec, List<TypedWord>>();
        var unnamed = words.Where(word => word.Option is null).ToList();
        var open = spec.Options.Where(option => option.Positional && words.All(word => word.Option != option)).ToList();
        foreach (var option in open.TakeWhile(_ => unnamed.Count > 0))
        {
            var takesAll = option == open[^1] && (option.Kind != OptionKind.Choice || option == spec.Main);
            if (!takesAll && option.Kind == OptionKind.Choice && OptionValue.MatchingChoice(option, unnamed[0].Value) is null) continue;
            var share = takesAll ? unnamed.Count : option.Kind == OptionKind.Customer && !unnamed[0].Quoted ? Math.Min(wordsOfCustomer, unnamed.Count) : 1;
            shares[option] = unnamed[..share];
            unnamed.RemoveRange(0, share);
        }

        return (shares, unnamed);
    }

    private static ParseResult.Problem TooManyWords(
        string text, CommandSpec spec, Dictionary<string, (string Value, int Position)> given, List<TypedWord> left)
    {
        var extra = Joined(text, left);
        var values = given.ToDictionary(entry => entry.Key, entry => entry.Value.Value);
        if (spec.Main is not { } main || !given.TryGetValue(main.Name, out var named))
        {
            return new ParseResult.Problem($"/{spec.Name} takes no text; “{Shown(extra)}” has no place in it.", left[0].Start, CommandPrinter.Print(spec, values));
        }

        // In the order in which they were typed, so that the line that is offered says what the person said.
        var before = left.TakeWhile(word => word.Start < named.Position).ToList();
        values[main.Name] = string.Join(' ', new[] { Joined(text, before), named.Value, Joined(text, left[before.Count..]) }.Where(part => part.Length > 0));
        return new ParseResult.Problem(
            $"“{main.Name}” is given twice: by its name, and as “{Shown(extra)}”.", left[0].Start, CommandPrinter.Print(spec, values));
    }

    private static ParseResult Check(CommandSpec spec, Dictionary<string, (string Value, int Position)> given, int end)
    {
        var values = new Dictionary<string, string>();
        foreach (var option in spec.Options)
        {
            if (!given.TryGetValue(option.Name, out var typed))
            {
                if (option.Required) return new ParseResult.Problem(Missing(option), end, NearestExample(spec, given.Values.Select(typed => typed.Value)));
                continue;
            }

            switch (OptionValue.Check(option, typed.Value))
            {
                case ParseOutcome<string>.Success checkedValue:
                    values[option.Name] = checkedValue.Value;
                    break;
                case ParseOutcome<string>.Problem wrong:
                    return new ParseResult.Problem(wrong.Sentence, typed.Position, Corrected(spec, given, option, wrong.Example));
            }
        }

        return new ParseResult.Command(spec, values);
    }

    private static string Corrected(CommandSpec spec, Dictionary<string, (string Value, int Position)> given, OptionSpec option, string value)
    {
        if (value.Length == 0) return NearestExample(spec, given.Values.Select(typed => typed.Value));
        var values = given.ToDictionary(entry => entry.Key, entry => entry.Value.Value);
        values[option.Name] = value;
        return CommandPrinter.Print(spec, values);
    }

    /// <summary>One quoted text without its quotes; otherwise what was typed, with its spaces and line breaks, where nothing named stood between.</summary>
    private static string Joined(string text, List<TypedWord> words)
    {
        if (words is [{ Quoted: true } only]) return only.Value;
        var joined = new StringBuilder();
        for (var index = 0; index < words.Count; index++)
        {
            if (index > 0) joined.Append(Between(text[words[index - 1].End..words[index].Start]));
            joined.Append(text, words[index].Start, words[index].End - words[index].Start);
        }

        return joined.ToString();
    }

    private static string Between(string gap) => string.IsNullOrWhiteSpace(gap) ? gap : gap.Contains('\n') ? "\n" : " ";

    private static string Missing(OptionSpec option)
    {
        var choices = option.Kind == OptionKind.Choice ? $" It is one of {string.Join(", ", option.Choices)}." : "";
        return $"“{option.Name}” is missing: {option.Summary.TrimEnd('.')}.{choices}";
    }

    private static string KnownExample(string text, CommandTree commands)
    {
        var (name, _) = Name(text, text.Length - text.TrimStart().Length);
        var near = Spelling.Nearest(name ?? "", commands.All.Select(command => command.Name)).FirstOrDefault();
        var spec = commands.Find(name ?? "") ?? commands.Find(near ?? "help") ?? commands.All.FirstOrDefault();
        return spec is null ? "/help" : NearestExample(spec, text.Split(' '));
    }

    /// <summary>The example that has most of the words that were typed: a command that does several things shows how to do this one. The first of equals.</summary>
    private static string NearestExample(CommandSpec spec, IEnumerable<string> words) =>
        spec.Examples.MaxBy(example => words.Count(word => example.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase))) ?? "/" + spec.Name;

    private static string Shown(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…";
}

/// <summary>What a typed line means, or why it means nothing.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    public sealed record Command(CommandSpec Spec, IReadOnlyDictionary<string, string> Values) : ParseResult
    {
        /// <summary>Values of the readings in which the customer's name is two or more of the words typed, the longest first: for whoever knows the customers.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, string>> WithLongerCustomer { get; init; } = [];
    }

    /// <param name="Sentence">What is wrong, as a sentence for the person who typed it.</param>
    /// <param name="Position">Offset in the typed text where it went wrong, from 0.</param>
    /// <param name="Example">A line that would work, as close to what was typed as possible.</param>
    public sealed record Problem(string Sentence, int Position, string Example) : ParseResult;
}
