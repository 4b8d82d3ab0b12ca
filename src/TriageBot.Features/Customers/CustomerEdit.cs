using TriageBot.Core.Chat;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

/// <summary>What an edit of a customer changed, as it was before: in the button that takes it back.</summary>
internal static class CustomerEdit
{
    /// <summary>The way back from one state to the one before; nothing where an old contact is longer than a button can carry.</summary>
    public static IEnumerable<Button> Undo(Customer before, Customer after)
    {
        var fields = new List<string>();
        if (before.Level != after.Level) fields.Add("l=" + before.Level);
        if (before.Tier != after.Tier) fields.Add("t=" + before.Tier);
        if (before.Zone != after.Zone) fields.Add("z=" + before.Zone);
        // The last one, for people may type anything into it.
        if (before.Contact != after.Contact) fields.Add("c=" + before.Contact);
        var extra = string.Join('|', fields);
        if (extra.Length is > 0 and <= ControlId.LongestExtra)
        {
            yield return new Button(new ControlId(CustomerVerbs.UndoEdit, before.Id, before.Revision + 1, extra).ToString(), "Undo");
        }
    }

    /// <summary>The customer with what the button says.</summary>
    public static Customer Back(Customer customer, string extra)
    {
        var rest = extra;
        while (rest.Length > 0)
        {
            var end = rest.StartsWith("c=", StringComparison.Ordinal) ? -1 : rest.IndexOf('|', StringComparison.Ordinal);
            var (field, value) = (rest[0], (end < 0 ? rest : rest[..end])[2..]);
            customer = field switch
            {
                'l' => customer with { Level = value },
                't' when Enum.TryParse<CustomerTier>(value, out var tier) => customer with { Tier = tier },
                'z' => customer with { Zone = value.Length == 0 ? null : value },
                'c' => customer with { Contact = value },
                _ => customer,
            };
            rest = end < 0 ? "" : rest[(end + 1)..];
        }

        return customer;
    }
}
