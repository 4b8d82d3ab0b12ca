using System.Text.Json;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

public sealed class DueBatchTests
{
    [Theory]
    [InlineData("""{"input":"next friday","ref":"2026-03-11T10:00:00","zone":"UTC","order":"MDY"}""", "day", "2026-03-20")]
    [InlineData("""{"input":"friday 5pm","ref":"2026-03-11T10:00","zone":"-02:00"}""", "at", "2026-03-13T17:00")]
    [InlineData("""{"input":"friday 17:00 UTC","ref":"2026-03-11T10:00:00","zone":"-02:00"}""", "at", "2026-03-13T15:00")]
    [InlineData("""{"input":"every other tuesday at 9","ref":"2026-03-11T10:00:00","zone":"Europe/Oslo"}""", "set", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;AT=09:00")]
    [InlineData("""{"input":"every 1st and 15th","ref":"2026-03-11T10:00:00","zone":"UTC"}""", "set", "FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("""{"input":"every last friday","ref":"2026-03-11T10:00:00","zone":"UTC"}""", "set", "FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("""{"input":"3/4","ref":"2026-03-11T10:00:00","zone":"UTC","order":"DMY"}""", "day", "2026-04-03")]
    [InlineData("""{"input":"3/4","ref":"2026-03-11T10:00:00","zone":"UTC"}""", "ask", null)]
    [InlineData("""{"input":"at 8","ref":"2026-03-11T10:00:00","zone":"UTC","hours":"mon-fri 06:00-14:00"}""", "at", "2026-03-12T08:00")]
    [InlineData("""{"input":"tomorrow","ref":"2026-03-11T02:00:00","zone":"UTC","dayStart":"04:00"}""", "day", "2026-03-11")]
    [InlineData("""{"input":"christmas","ref":"2026-03-11T10:00:00","zone":"UTC"}""", "none", null)]
    public void A_row_is_answered_in_the_form_of_the_labelled_rows(string row, string kind, string? value)
    {
        using var answer = JsonDocument.Parse(DueBatch.Line(row));
        Assert.Equal(kind, answer.RootElement.GetProperty("kind").GetString());
        Assert.Equal(value, answer.RootElement.GetProperty("value").GetString());
        Assert.NotEmpty(answer.RootElement.GetProperty("message").GetString()!);
    }

    [Fact]
    public void A_line_that_begins_with_a_byte_order_mark_is_read()
    {
        using var answer = JsonDocument.Parse(DueBatch.Line("\uFEFF" + """{"input":"tomorrow","ref":"2026-03-11T10:00:00","zone":"UTC"}"""));
        Assert.Equal("2026-03-12", answer.RootElement.GetProperty("value").GetString());
    }

    [Fact]
    public void A_bad_row_still_says_which_it_was()
    {
        using var answer = JsonDocument.Parse(DueBatch.Line("""{"input":"tomorrow","ref":"2026-03-11T10:00:00","zone":"Mars/Olympus"}"""));
        Assert.Equal("tomorrow", answer.RootElement.GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("""{"input":"\ud800","ref":"2026-03-11T10:00:00","zone":"UTC"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"input":"tomorrow"}""")]
    [InlineData("""{"input":"tomorrow","ref":"yesterday","zone":"UTC"}""")]
    [InlineData("""{"input":"tomorrow","ref":"2026-03-11T10:00:00","zone":"Mars/Olympus"}""")]
    [InlineData("""{"input":"tomorrow","ref":"2026-03-11T10:00:00","zone":"UTC","hours":"whenever"}""")]
    [InlineData("""{"input":"tomorrow","ref":"9999-12-31T10:00:00","zone":"UTC"}""")]
    [InlineData("""{"input":"next week","ref":"9995-12-31T10:00:00","zone":"UTC"}""")]
    [InlineData("""{"input":"friday","ref":"-9998-01-01T10:00:00","zone":"UTC"}""")]
    public void A_bad_line_is_answered_with_its_reason(string line)
    {
        using var answer = JsonDocument.Parse(DueBatch.Line(line));
        Assert.Equal("none", answer.RootElement.GetProperty("kind").GetString());
        Assert.StartsWith("This line cannot be read: ", answer.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
