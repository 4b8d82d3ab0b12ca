using TriageBot.Features.Series;
using TriageBot.Features.TimeLog;

namespace TriageBot.Features.Tasks;

/// <summary>What handlers of tasks change and answer with.</summary>
internal sealed record TaskOutput(TaskChanger Changer, TaskAnswers Answers, TaskCards Cards, TaskFacts Facts, TaskTime Time, SeriesLife Series);
