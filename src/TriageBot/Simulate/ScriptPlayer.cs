using NodaTime;

namespace TriageBot.Simulate;

/// <summary>Plays a script on a stage and writes the transcript as it goes.</summary>
internal sealed class ScriptPlayer(Script script, Stage stage, ITranscript transcript)
{
    private int written;
    private int beforeLastAt;
    private Instant lastAt = script.Start;

    /// <exception cref="ScriptException">A step cannot be done.</exception>
    /// <exception cref="ExpectationException">An <c>expect</c> was not met.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        foreach (var step in script.Steps)
        {
            try
            {
                await PlayAsync(step, ct);
            }
            catch (StageException impossible)
            {
                throw new ScriptException(script.File, step.Line, impossible.Message);
            }
            finally
            {
                WriteShown();
            }
        }
    }

    private Task PlayAsync(ScriptStep step, CancellationToken ct)
    {
        if (Deed(step) is { } deed) transcript.Write(stage.Now, deed);
        switch (step)
        {
            case ScriptStep.At at:
                beforeLastAt = stage.Shown.Count;
                lastAt = at.Time;
                return stage.AdvanceToAsync(at.Time, ct);
            case ScriptStep.Say say:
                return stage.SayAsync(say.Who, say.Channel, say.Text, ct);
            case ScriptStep.Press press:
                return stage.PressAsync(press.Who, press.Label, press.Item, ct);
            case ScriptStep.Fill fill:
                return stage.FillAsync(fill.Who, fill.Values, ct);
            case ScriptStep.Menu menu:
                return stage.UseMenuAsync(menu.Who, menu.Entry, menu.Part, ct);
            case ScriptStep.Expect expect:
                Check(expect);
                return Task.CompletedTask;
            case ScriptStep.ExpectNone none:
                Check(none);
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException($"Unknown step {step.GetType().Name}.");
        }
    }

    /// <summary>What a reader of the transcript sees of a step; null for the director's own words.</summary>
    private static string? Deed(ScriptStep step) => step switch
    {
        ScriptStep.Say { Channel: { } channel } say => $"{say.Who} in #{channel}: {say.Text}",
        ScriptStep.Say say => $"{say.Who} → bot: {say.Text}",
        ScriptStep.Press press => $"{press.Who} presses [{press.Label}]{(press.Item is null ? "" : $" on #{press.Item}")}",
        ScriptStep.Fill fill => $"{fill.Who} fills in {string.Join(", ", fill.Values.Select(value => $"{value.Key}: \"{value.Value}\""))}",
        ScriptStep.Menu menu => $"{menu.Who} uses [{menu.Entry}] on \"{menu.Part}\"",
        _ => null,
    };

    private void Check(ScriptStep.Expect expect)
    {
        var seen = SinceLastAt.Where(shown => shown.IsVisibleAt(expect.Where)).ToList();
        if (seen.Any(shown => shown.Text.Contains(expect.Text, StringComparison.Ordinal))) return;
        throw new ExpectationException(script.File, expect.Line, $"{expect.Where} was to see \"{expect.Text}\" since the last 'at'. {Listed(seen)}");
    }

    /// <summary>What became due on the way to the last 'at' may be expected, but is no surprise there: the morning agenda does not disturb a break at 10:30.</summary>
    private void Check(ScriptStep.ExpectNone none)
    {
        var seen = SinceLastAt.Where(shown => shown.At >= lastAt && shown.IsAddressedTo(none.Where)).ToList();
        if (seen.Count > 0) throw new ExpectationException(script.File, none.Line, $"nothing was to appear for {none.Where} since the last 'at'. {Listed(seen)}");
    }

    private IEnumerable<Shown> SinceLastAt => stage.Shown.Skip(beforeLastAt);

    private static string Listed(IReadOnlyList<Shown> seen) =>
        seen.Count == 0 ? "Nothing was shown." : $"Shown was:{string.Concat(seen.Select(shown => $"\n  {shown.Text.Replace('\n', ' ')}"))}";

    private void WriteShown()
    {
        for (; written < stage.Shown.Count; written++) transcript.Write(stage.Shown[written]);
    }
}

/// <summary>A day went differently from what its script expects.</summary>
internal sealed class ExpectationException(string file, int line, string problem) : Exception($"{file}:{line}: {problem}");
