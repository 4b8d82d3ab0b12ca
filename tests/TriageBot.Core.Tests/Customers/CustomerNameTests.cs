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
