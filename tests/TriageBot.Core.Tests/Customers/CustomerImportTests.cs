using TriageBot.Core.Customers;

namespace TriageBot.Core.Tests.Customers;

public sealed class CustomerImportTests
{
    [Fact]
    public void Commas_quotes_and_line_breaks_inside_quotes_are_part_of_a_field()
    {
        var import = CustomerImport.Read("name,contact\r\n\"Acme, Inc.\",\"Kay \"\"the boss\"\"\r\n555-0101\"\r\nNorthside,Lee\r\n");

        Assert.Empty(import.Faults);
        Assert.Equal([("Acme, Inc.", "Kay \"the boss\"\r\n555-0101", 2), ("Northside", "Lee", 4)], import.Customers.Select(line => (line.Name, line.Contact ?? "", line.Line)));
    }

    [Theory]
    [InlineData("\uFEFFname;zone;tier\nAcme;Europe/London;key\n")]
    [InlineData("tier\tNAME\tzone\rkey\tAcme\teurope/london")]
    public void A_byte_order_mark_semicolons_tabs_any_order_and_any_line_ending_are_read(string text)
    {
        var import = CustomerImport.Read(text);

        Assert.Empty(import.Faults);
        Assert.Equal(new ImportedCustomer(2, "Acme") { Zone = "Europe/London", Tier = CustomerTier.Key }, Assert.Single(import.Customers));
    }

    [Theory]
    [InlineData("name\nAcme\nAcme.\n", 3, "line 2")]
    [InlineData("name,tier\nAcme,huge\n", 2, "huge")]
    [InlineData("name,zone\n\"Acme\",\nBolt,Europe/Lundon\n", 3, "Europe/London")]
    [InlineData("name,level\n,gold\n", 2, "missing")]
    [InlineData("name,contact\nAcme,\"Kay\n", 2, "never closed")]
    [InlineData("name,contact\n\"Acme\"x,Kay\n", 2, "“x”")]
    [InlineData("name,contact\nAcme,Kay,555\n", 2, "3 fields")]
    [InlineData("customer,contact\nAcme,Kay\n", 1, "“name”")]
    [InlineData("", 1, "nothing")]
    public void What_is_wrong_is_said_with_its_line(string text, int line, string part)
    {
        var fault = Assert.Single(CustomerImport.Read(text).Faults);

        Assert.Equal(line, fault.Line);
        Assert.Contains(part, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_rows_are_skipped_and_unknown_columns_named()
    {
        var import = CustomerImport.Read("name,phone\nAcme,555\n,\n\n");

        Assert.Equal(["phone"], import.Unused);
        Assert.Single(import.Customers);
    }

    [Fact]
    public void What_a_line_leaves_empty_stays_as_it_is()
    {
        var line = Assert.Single(CustomerImport.Read("name,level,contact\nAcme,gold,\n").Customers);

        Assert.Equal(new Customer { Name = "Acme", Level = "gold", Contact = "Kay" }, line.ApplyTo(new Customer { Name = "Acme", Contact = "Kay" }));
    }
}
