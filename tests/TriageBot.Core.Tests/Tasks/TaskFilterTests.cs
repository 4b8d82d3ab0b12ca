using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskFilterTests
{
    private static readonly Gen<TaskFilter> AnyFilter =
        from state in Gen.Elements(Enum.GetValues<TaskListState>())
        from value in Gen.Elements<ValueClass?>(null, ValueClass.Hundred, ValueClass.Ten, ValueClass.One)
        from before in Gen.Elements<LocalDate?>(null, Friday, new LocalDate(2027, 1, 4))
        from assignee in Gen.Elements<string?>(null, "alex", "123456789012345678")
        from text in Gen.Elements<string?>(null, "invoice", "a|b:c", "Ærø — øl")
        from isPrivate in Gen.Elements(true, false)
        select new TaskFilter(assignee is null ? null : new MemberId(assignee)) { State = state, Value = value, DueBefore = before, Text = text, OnlyPrivate = isPrivate };

    [Fact]
    public void The_id_of_a_page_button_says_again_what_the_list_was_narrowed_to() => Prop.ForAll(
        AnyFilter.ToArbitrary(),
        filter => filter.ToId() is { Length: <= 60 } id && TaskFilter.FromId(id) == filter).QuickCheckThrowOnFailure();

    [Fact]
    public void What_does_not_fit_into_an_id_is_not_cut_to_something_else() =>
        Assert.Null(new TaskFilter(new MemberId(new string('m', 50))) { Text = "something longer" }.ToId());

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("||")]
    public void An_id_that_says_nothing_is_everybodys_open_tasks(string id) => Assert.Equal(new TaskFilter(Assignee: null), TaskFilter.FromId(id));

    [Fact]
    public void What_is_hidden_from_a_reader_never_matches()
    {
        var secret = (Task() with { What = "Dentist", Customer = "Molar", IsPrivate = true, ValueClass = ValueClass.Hundred }).DueOn("2026-03-13");
        var seen = TaskSight.Of(secret, TaskReader.Only(Sam)).Task;
        TaskFilter[] filters =
        [
            new(Owner) { Text = "dent" }, new(Owner) { Customer = "Molar" }, new(Owner) { Value = ValueClass.Hundred }, new(Owner) { DueBefore = Friday.PlusDays(1) },
        ];

        Assert.All(filters, filter => Assert.True(filter.Matches(secret, Calendar)));
        Assert.All(filters, filter => Assert.False(filter.Matches(seen, Calendar)));
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("13 14", 2, null)]
    [InlineData("#13, #14; 25m", 2, 25)]
    [InlineData("13 1h 30m", 1, 90)]
    [InlineData("13 25 min", 1, 25)]
    [InlineData("1h30", 0, 90)]
    public void After_the_first_number_of_done_there_can_be_more_and_a_length(string typed, int numbers, int? minutes)
    {
        var read = DoneWords.Read(typed)!;

        Assert.Equal((numbers, minutes), (read.Numbers.Count, read.Minutes));
    }

    [Theory]
    [InlineData("13 later")]
    [InlineData("13 0m")]
    [InlineData("13 25h")]
    [InlineData("25m 13")]
    [InlineData("0")]
    public void Anything_else_is_not_guessed_at(string typed) => Assert.Null(DoneWords.Read(typed));
}
