using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class ImportanceRulesTests
{
    private static readonly ImportanceRule Acme = new(ImportanceKind.Customer, "Acme Ltd");
    private static readonly ImportanceRule Hundred = new(ImportanceKind.Value, "$100");

    [Theory]
    [InlineData("Acme Ltd", true)]
    [InlineData("  ACME   ltd ", true)]
    [InlineData("Acme", false)]
    [InlineData("", false)]
    public void A_listed_customer_is_meant_whatever_the_capitals_and_spaces(string customer, bool important) =>
        Assert.Equal(important ? true : null, ImportanceRules.Judge(Task(important: null) with { Customer = customer }, [Hundred, Acme]));

    [Theory]
    [InlineData(ValueClass.Hundred, true)]
    [InlineData(ValueClass.Ten, false)]
    [InlineData(null, false)]
    public void A_listed_value_class_is_that_one_only(ValueClass? value, bool important) =>
        Assert.Equal(important ? true : null, ImportanceRules.Judge(Task(important: null) with { ValueClass = value }, [Hundred, Acme]));

    [Fact]
    public void Nothing_listed_ever_changes_a_judgement()
    {
        Assert.False(ImportanceRules.Judge(Task(important: false) with { Customer = "Acme Ltd" }, [Acme]));
        Assert.True(ImportanceRules.Judge(Task(important: true), [Acme]));
        Assert.Null(ImportanceRules.Judge(Task(important: null) with { Customer = "Acme Ltd" }, []));
    }
}
