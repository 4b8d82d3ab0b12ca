using TriageBot.Core.Customers;

namespace TriageBot.Core.Tests.Customers;

public sealed class CustomerNameTests
{
    [Theory]
    [InlineData("Acme Ltd.", "acme  LTD")]
    [InlineData("CAFÉ-Nord", "caféNord")]
    public void Spellings_of_one_name_are_the_same(string first, string second) => Assert.Equal(CustomerName.Same(first), CustomerName.Same(second));

    [Theory]
    [InlineData("Acme", "Acma")]
    [InlineData("Acme", "Acme Ltd")]
    [InlineData("Café", "Cafe")]
    public void Names_that_only_look_alike_are_not(string first, string second) => Assert.NotEqual(CustomerName.Same(first), CustomerName.Same(second));

    [Theory]
    [InlineData("\u202e\u200f")]
    [InlineData(" \u200b\u2060 ")]
    [InlineData("\u0301")]
    [InlineData("\u3164\u2800")]
    public void A_name_of_which_nothing_is_seen_is_none(string name) => Assert.Equal("", CustomerName.Tidy(name));

    [Theory]
    [InlineData(" Acme\n Ltd ", "Acme Ltd")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    [InlineData("!", "!")]
    public void A_name_is_kept_on_one_line_as_it_was_typed(string name, string kept) => Assert.Equal(kept, CustomerName.Tidy(name));

    [Theory]
    [InlineData("Acmee", "Acme")]
    [InlineData("acme ltd", "Acme")]
    [InlineData("Nortside", "Northside")]
    [InlineData("Acme", "Acme Group")]
    public void A_slip_and_a_part_of_a_name_are_asked_about(string typed, string known) =>
        Assert.Equal([known], CustomerName.Near(typed, [known, "Zebra"]));

    [Theory]
    [InlineData("Bolt")]
    [InlineData("AB")]
    [InlineData("")]
    public void Another_name_suggests_nobody(string typed) => Assert.Empty(CustomerName.Near(typed, ["Acme", "Northside", "AC"]));
}
