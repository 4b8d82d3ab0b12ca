using TriageBot.Storage.Migrations;

namespace TriageBot.Storage.Tests.Migrations;

public sealed class MigrationSetTests
{
    [Fact]
    public void Steps_are_taken_in_the_order_of_their_numbers()
    {
        var set = new MigrationSet([Step(3), Step(1), Step(2)]);

        Assert.Equal([1, 2, 3], set.All.Select(step => step.Version));
        Assert.Equal([3], set.After(2).Select(step => step.Version));
        Assert.Equal(3, set.Newest);
    }

    [Fact]
    public void A_gap_in_the_numbers_is_refused_by_name()
    {
        var gap = Assert.Throws<ArgumentException>(() => new MigrationSet([Step(1), Step(3)]));

        Assert.Contains("0003_step stands where number 0002 is expected", gap.Message);
    }

    [Fact]
    public void A_number_given_twice_is_refused_by_name()
    {
        var twice = Assert.Throws<ArgumentException>(() => new MigrationSet([Step(1), Step(2), new Migration(2, "0002_the_same_again", "")]));

        Assert.Contains("0002_the_same_again stands where number 0003 is expected", twice.Message);
    }

    private static Migration Step(int version) => new(version, $"{version:0000}_step", "");
}
