using TriageBot.Features.AfterSale;
using TriageBot.Features.Agenda;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Breaks;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;
using TriageBot.Features.Duty;
using TriageBot.Features.Escalations;
using TriageBot.Features.Export;
using TriageBot.Features.Focus;
using TriageBot.Features.Forget;
using TriageBot.Features.Forms;
using TriageBot.Features.Help;
using TriageBot.Features.Housekeeping;
using TriageBot.Features.Processing;
using TriageBot.Features.Promises;
using TriageBot.Features.Review;
using TriageBot.Features.Satisfaction;
using TriageBot.Features.Series;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Setup;
using TriageBot.Features.Someday;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Triage;
using TriageBot.Features.Urgent;
using TriageBot.Features.Week;
using TriageBot.Features.Why;

namespace TriageBot.Features;

/// <summary>All capabilities, in the order in which help shows their commands.</summary>
internal static class FeatureCatalog
{
    public static IReadOnlyList<IFeature> All { get; } =
    [
        new UrgentFeature(),
        new BreakFeature(),
        new FocusFeature(),
        new TaskFeature(),
        new SeriesFeature(),
        new SomedayFeature(),
        new TriageFeature(),
        new AgendaFeature(),
        new ReviewFeature(),
        new TimeFeature(),
        new WeekFeature(),
        new CustomerFeature(),
        new ProcessingFeature(),
        new AfterSaleFeature(),
        new SatisfactionFeature(),
        new GlassFeature(),
        new DutyFeature(),
        new EscalationFeature(),
        new PromiseFeature(),
        new LevelFeature(),
        new WhyFeature(),
        new DatesFeature(),
        new FormsFeature(),
        new SetupFeature(),
        new ExportFeature(),
        new ForgetFeature(),
        new HelpFeature(),
        new HousekeepingFeature(),
    ];
}
