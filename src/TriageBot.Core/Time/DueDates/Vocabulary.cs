using System.Collections.Frozen;
using NodaTime;
using TriageBot.Core.Commands;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The words of the grammar that stand for a number, a day, a month, a unit or a part of the day.</summary>
internal static class Vocabulary
{
    private static readonly string[] Cardinals =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly FrozenDictionary<string, (string Word, Term Term)> Words = Entries()
        .ToFrozenDictionary(entry => entry.Word, entry => entry, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Word, Term Term)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word in lower case, with what it stands for.</summary>
    public static (string Word, Term Term) Find(ReadOnlySpan<char> typed) =>
        Lookup.TryGetValue(typed, out var entry) ? entry : (typed.ToString().ToLowerInvariant(), default);

    public static bool Knows(string word) => Words.ContainsKey(word);

    /// <summary>The known word that a misspelt one is nearest to; for suggestions only.</summary>
    public static string? Nearest(string word) =>
        Spelling.Nearest(word, Words.Keys.Where(known => known.Length > 3 && Math.Abs(known.Length - word.Length) <= 2)).FirstOrDefault();

    private static IEnumerable<(string Word, Term Term)> Entries() =>
        [.. Weekdays(), .. MonthNames(), .. Numbers(), .. Units(), .. Parts(), .. Keywords()];

    private static IEnumerable<(string Word, Term Term)> Weekdays()
    {
        foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))
        {
            var name = day.ToString().ToLowerInvariant();
            foreach (var form in WeekdayForms(name)) yield return (form, new Term(TermKind.Weekday, (int)day));
            yield return (name + "s", new Term(TermKind.Weekdays, (int)day));
        }
    }

    private static IEnumerable<string> WeekdayForms(string name) => name switch
    {
        "tuesday" => [name, "tue", "tues"],
        "wednesday" => [name, "wed", "weds"],
        "thursday" => [name, "thu", "thur", "thurs"],
        _ => [name, name[..3]],
    };

    private static IEnumerable<(string Word, Term Term)> MonthNames()
    {
        for (var month = 1; month <= Months.Length; month++)
        {
            var term = new Term(TermKind.Month, month);
            yield return (Months[month - 1], term);
            if (Months[month - 1].Length > 3) yield return (Months[month - 1][..3], term);
        }

        yield return ("sept", new Term(TermKind.Month, 9));
    }

    private static IEnumerable<(string Word, Term Term)> Numbers()
    {
        for (var index = 0; index < Cardinals.Length; index++)
        {
            yield return (Cardinals[index], new Term(TermKind.Cardinal, index + 1));
            yield return (Ordinals[index], new Term(TermKind.Ordinal, index + 1));
        }

        for (var index = 0; index < Tens.Length; index++) yield return (Tens[index], new Term(TermKind.Cardinal, (index + 2) * 10));
        yield return ("twentieth", new Term(TermKind.Ordinal, 20));
        yield return ("thirtieth", new Term(TermKind.Ordinal, 30));
    }

    private static IEnumerable<(string Word, Term Term)> Units() => Forms(TermKind.Unit,
    [
        ((int)DueUnit.Minute, "m min mins minute minutes"),
        ((int)DueUnit.Hour, "h hr hrs hour hours"),
        ((int)DueUnit.Day, "d day days"),
        ((int)DueUnit.Workday, "workday workdays"),
        ((int)DueUnit.Week, "w wk wks week weeks"),
        ((int)DueUnit.Fortnight, "fortnight fortnights"),
        ((int)DueUnit.Month, "mo month months"),
        ((int)DueUnit.Quarter, "quarter quarters"),
        ((int)DueUnit.Year, "y yr yrs year years"),
    ]);

    private static IEnumerable<(string Word, Term Term)> Parts() =>
    [
        .. Forms(TermKind.Part,
        [
            ((int)PartOfDay.Morning, "morning"),
            ((int)PartOfDay.Lunch, "lunch lunchtime"),
            ((int)PartOfDay.Afternoon, "afternoon"),
            ((int)PartOfDay.Evening, "evening"),
            ((int)PartOfDay.Night, "night"),
        ]),
        .. Forms(TermKind.Parts,
        [
            ((int)PartOfDay.Morning, "mornings"),
            ((int)PartOfDay.Afternoon, "afternoons"),
            ((int)PartOfDay.Evening, "evenings"),
            ((int)PartOfDay.Night, "nights"),
        ]),
    ];

    /// <summary>Words without another meaning stand here only so that reading them costs no memory.</summary>
    private static IEnumerable<(string Word, Term Term)> Keywords() => Forms(TermKind.None,
    [
        (0, "by due before on at in within for from now the of this next coming upcoming today tod tomorrow tom tmr tmrw and after until"),
        (0, "a an am pm p o clock noon midday midnight tonight st nd rd th t z utc gmt half past to till every ev each other last end start"),
        (0, "beginning mid eod cob eow eom eoq eoy weekday weekdays weekend none no date someday maybe starting completion times"),
    ]);

    private static IEnumerable<(string Word, Term Term)> Forms(TermKind kind, (int Value, string Words)[] forms) =>
        forms.SelectMany(form => form.Words.Split(' ').Select(word => (word, new Term(kind, form.Value))));
}
