namespace TriageBot.Core.Time;

internal sealed class WeekHoursReader(string text)
{
    public ParseOutcome<WeekHours> Read() => new ParseOutcome<WeekHours>.Problem("Not read yet: " + text, 0, "mon-fri 09:00-17:00");
}
