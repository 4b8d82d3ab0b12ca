using System.Collections.Immutable;
using TriageBot.Core.Time;

namespace TriageBot.Core.Customers;

/// <summary>A customer as a line of a file describes it; what the line leaves empty is null and stays as it is.</summary>
public sealed record ImportedCustomer(int Line, string Name)
{
    public string? Level { get; init; }

    public CustomerTier? Tier { get; init; }

    public string? Zone { get; init; }

    public string? Contact { get; init; }

    /// <summary>The customer with what the line says.</summary>
    public Customer ApplyTo(Customer customer) => customer with
    {
        Level = Level ?? customer.Level,
        Tier = Tier ?? customer.Tier,
        Zone = Zone ?? customer.Zone,
        Contact = Contact ?? customer.Contact,
    };
}

/// <summary>Customers of a CSV file, or what is wrong with it, by line.</summary>
/// <param name="Unused">Columns of the file that mean nothing here.</param>
public sealed record CustomerImport(ImmutableArray<ImportedCustomer> Customers, ImmutableArray<CsvFault> Faults, ImmutableArray<string> Unused)
{
    private const int LongestLevel = 40;

    private static readonly ImmutableArray<string> Columns = ["name", "level", "tier", "zone", "contact"];

    /// <summary>The first line names the columns, in any order and case: name, level, tier, zone, contact; only name is needed.</summary>
    public static CustomerImport Read(string text)
    {
        var (records, csvFaults) = CsvReader.Read(text);
        if (records.Count == 0) return new([], [new CsvFault(1, "there is nothing in this file; its first line names the columns: name,level,tier,zone,contact")], []);
        var heads = records[0].Fields.Select(field => field.Trim().ToLowerInvariant()).ToList();
        var faults = csvFaults.ToList();
        if (!heads.Contains("name")) return new([], [.. faults, new CsvFault(records[0].Line, "no column is called “name”; the first line names the columns: name,level,tier,zone,contact")], []);
        var customers = new List<ImportedCustomer>();
        var seen = new Dictionary<string, int>();
        foreach (var record in records.Skip(1))
        {
            if (record.Fields.Length > heads.Count && record.Fields.Skip(heads.Count).Any(field => field.Length > 0))
            {
                faults.Add(new CsvFault(record.Line, $"{record.Fields.Length} fields, but only {heads.Count} columns; put text with separators in quotes"));
                continue;
            }

            var values = heads.Zip(record.Fields).Where(pair => pair.Second.Length > 0).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
            var wrong = Check(record.Line, values, seen).ToList();
            faults.AddRange(wrong);
            if (wrong.Count == 0) customers.Add(Customer(record.Line, values));
        }

        return new([.. customers], [.. faults.OrderBy(fault => fault.Line)], [.. heads.Where(head => head.Length > 0 && !Columns.Contains(head))]);
    }

    private static IEnumerable<CsvFault> Check(int line, Dictionary<string, string> values, Dictionary<string, int> seen)
    {
        var name = CustomerName.Tidy(values.GetValueOrDefault("name", ""));
        if (name.Length == 0) yield return new CsvFault(line, "the name is missing");
        else if (name.Length > Core.Customers.Customer.LongestName) yield return new CsvFault(line, $"the name has {name.Length} characters; at most {Core.Customers.Customer.LongestName}");
        else if (!seen.TryAdd(CustomerName.Same(name), line)) yield return new CsvFault(line, $"“{name}” stands in line {seen[CustomerName.Same(name)]} already");
        if (values.TryGetValue("level", out var level) && level.Length > LongestLevel) yield return new CsvFault(line, $"the level has {level.Length} characters; at most {LongestLevel}");
        if (values.TryGetValue("tier", out var tier) && TierOf(tier) is null) yield return new CsvFault(line, $"“{tier}” is no tier; key or standard");
        if (values.TryGetValue("contact", out var contact) && contact.Length > Core.Customers.Customer.LongestContact)
        {
            yield return new CsvFault(line, $"the contact has {contact.Length} characters; at most {Core.Customers.Customer.LongestContact}");
        }

        if (values.TryGetValue("zone", out var zone) && ZoneTime.Find(zone) is null)
        {
            var near = ZoneTime.Suggest(zone).FirstOrDefault();
            yield return new CsvFault(line, $"“{zone}” is no zone; zones are named by region and city{(near is null ? " such as Europe/London" : $", perhaps {near}")}");
        }
    }

    private static ImportedCustomer Customer(int line, Dictionary<string, string> values) => new(line, CustomerName.Tidy(values["name"]))
    {
        Level = values.TryGetValue("level", out var level) ? CustomerName.Tidy(level).ToLowerInvariant() : null,
        Tier = values.TryGetValue("tier", out var tier) ? TierOf(tier) : null,
        Zone = values.TryGetValue("zone", out var zone) ? ZoneTime.Find(zone)?.Id : null,
        Contact = values.GetValueOrDefault("contact"),
    };

    private static CustomerTier? TierOf(string text) => text.ToLowerInvariant() switch
    {
        "key" => CustomerTier.Key,
        "standard" => CustomerTier.Standard,
        _ => null,
    };
}
