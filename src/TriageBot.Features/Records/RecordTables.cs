using System.Collections.Immutable;

namespace TriageBot.Features.Records;

/// <summary>All tables of a workspace. A test compares them with the database, so that none that is added later is left out of the export or of forgetting.</summary>
public static class RecordTables
{
    private const string TeamsOwn = "the team's set-up is nobody's own";
    private const string Passing = "passing: ";
    private const string TaskColumns =
        "what customer creator_id assignee_id requester_id due_on due_local due_zone do_on ready_on starts_local starts_zone estimate_minutes is_important may_stop_business value_class "
        + "is_private state created_at closed_at last_shown_on next_review_on review_days unanswered_count series_id carry_count carried_on";

    private const string PromiseColumns =
        "maker_id recorded_by requester_id customer what level due_on due_local due_zone due_at first_due_at estimate_minutes state made_at counts_from_at move_count closed_at took_ms "
        + "cause reason offered_to lent_by basis_count basis_usual_ms basis_available_ms basis_load basis_room last_change";

    /// <summary>In the order in which the export names them.</summary>
    public static ImmutableArray<RecordTable> All { get; } =
    [
        new("tasks", "Tasks and the someday-maybe list. What is private of others is there without its words.", $"number* {TaskColumns} revision")
        { Words = "what", Authors = "creator_id requester_id", OfCustomer = "closed, without words" },
        new("task_changes", "What each revision of a task changed: the task as it was before.", $"number* revision* kind changed_by changed_at {TaskColumns}")
        { Words = "what", Authors = "creator_id requester_id", OfCustomer = "without words" },
        new("task_series", "How tasks repeat.", "id* pattern anchor_on at_time zone mode closed_days until_on times paused_until_on created_at"),
        new("series_instances", "Which task stands for which date of a series.", "series_id* ordinal* number scheduled_on"),
        new("own_orders", "The order in which an owner did some tasks on a day.", "owner_id* on_date* numbers") { Gone = "owner_id" },
        new("urgent_messages", "Urgent messages, held until a break.",
            "number* owner_id requester_id what same_text customer due_on due_local due_zone if_it_waits may_stop_business state waiting_since_at last_asked_at asked_count break_key release_at "
            + "promised_at told_promise_at move_reason latest_at answer_due_at skip_count session_id leased_by leased_until_at duty_number link last_change closed_at closed_by revision")
        { Words = "what same_text if_it_waits link", Authors = "requester_id", OfCustomer = "closed, without words" },
        new("break_glass", "What could not wait.", "number* requester_id owner_id harm happens asked_at state confirmed_by told_at verdict")
        { Words = "harm happens", Authors = "requester_id", OfCustomer = "without words" },
        new("break_sessions", "Breaks that were opened, or differ from the plan.", "id* owner_id window_key kind state start_at end_at opened_at ended_at snapshot_count solved_count"),
        new("drain_choices", "What was decided in each break.", "session_id* number* chosen_at* choice chosen_by"),
        new("followers", "Who hears what becomes of somebody else's item.", "number* member_id* since_at") { Gone = "member_id", OfCustomer = "gone with its item" },
        new("focuses", "Spans in which an owner was asked for by nobody.", "id* owner_id customer started_at ends_at ended_at") { Gone = "owner_id", OfCustomer = "without the name" },
        new("mention_asks", "Who mentioned an owner in a focus or in quiet hours.", "id* owner_id member_id period what message_id link asked_at held_number")
        { Gone = "member_id owner_id", OfCustomer = "without words" },
        new("satisfaction", "How an answer was.", "number* member_id* customer answered_by asked_at rating rated_at is_closed") { OfCustomer = "gone" },
        new("escalations", "Customer matters under a service level.",
            "number* customer what level state requester_id owner_id opened_at due_on due_local due_zone first_answered_at acknowledged_by acknowledged_at rung nobody_answered_at wait_reason "
            + "wait_until_at solved_at solved_by linked_number card_to last_change revision")
        { Words = "what", Authors = "requester_id", OfCustomer = "open ones gone, solved ones without words" },
        new("escalation_clocks", "The clocks of an escalation.",
            "number* kind* ordinal* started_at used_ms running_since_at target_ms is_re_tiered due_at warned_at breached_at breach_told_at ended_at") { OfCustomer = "gone with its item" },
        new("escalation_events", "What happened to each escalation.", "number* ordinal* happened_at kind by_id detail")
        { Words = "detail", Authors = "by_id", OfCustomer = "without words" },
        new("promises", "Dated commitments to customers, each with the task of the same number.", $"number* {PromiseColumns} revision")
        { Words = "what", Authors = "recorded_by requester_id", OfCustomer = "closed, without words" },
        new("promise_versions", "The promise as it was at each revision.", $"number* revision* kind changed_by changed_at {PromiseColumns}")
        { Words = "what", Authors = "recorded_by requester_id", OfCustomer = "without words" },
        new("customers", "Customers.", "id* name level tier zone contact previous_name last_contact_at merged_into created_at created_by revision")
        { WordsStay = "whom to call is the customer's, and is erased with it; what only its first writer wrote is erased with them", OfCustomer = "an empty row that keeps its id from being given twice" },
        new("customer_names", "Spellings that lead to a customer.", "same_name* customer_id") { OfCustomer = "gone" },
        new("customer_notes", "Notes about customers.", "customer_id* noted_at* noted_by note*") { Gone = "noted_by", OfCustomer = "gone" },
        new("customer_touches", "Reasons to contact a customer who has not asked.",
            "id* customer_id kind what anchor_on every_days due_on later_on handled_on keeper_id is_off created_at created_by") { Words = "what", Authors = "created_by", OfCustomer = "gone" },
        new("time_entries", "Time spent. What others spent on private tasks is there without its customer.",
            "number* member_id on_date function customer item minutes started_at is_unplanned source state created_at revision")
        { WordsStay = "a kind of work that others have too is the team's word; one that nobody else has becomes other", OfCustomer = "without the name" },
        new("agendas", "The agenda of each owner and day.", "owner_id* on_date* outcome decided_at") { Gone = "owner_id" },
        new("reviews", "Evening reviews.", "owner_id* on_date* outcome decided_at closed_at") { Gone = "owner_id" },
        new("review_choices", "What became of each planned item at the end of its day.", "owner_id* on_date* number* choice chosen_by chosen_at") { Gone = "owner_id" },
        new("importance_rules", "What an owner has listed as important.", "owner_id* kind* match_key* subject created_at") { Gone = "owner_id", OfCustomer = "gone" },
        new("workspaces", "The team.", "id* platform name zone day_start emergency safety_words date_order last_number created_at greeted_at left_at") { WordsStay = TeamsOwn },
        new("channels", "Channels the bot knows.", "id* name"),
        new("members", "Members the bot knows.", "id* name zone date_order is_owner is_admin") { Gone = "id" },
        new("owners", "What owners have set up.",
            "member_id* breaks agenda_time agenda_channel is_quiet quiet_hours buffer_minutes blocks closures absences is_on_duty") { Gone = "member_id", WordsStay = TeamsOwn },
        new("owner_hours", "Versions of owners' hours.", "member_id* valid_from_on* hours") { Gone = "member_id" },
        new("duty_rotations", "Who is on duty week by week.", "members from_on cover_id"),
        new("duty_spans", "Hand-offs and takes of duty.", "number* kind giver_id taker_id from_at until_at state made_by made_at revision"),
        new("service_levels", "Versions of what customers may expect.",
            "name* valid_from_on* zone hours first_minutes next_minutes resolution_minutes emergency saved_by saved_at") { WordsStay = TeamsOwn },
        new("service_closures", "Closed days of service levels.", "level* on_date* name") { WordsStay = TeamsOwn },
        new("setup_changes", "Every change of the set-up, and who forgot somebody.", "revision* kind member_id detail old_text new_text made_by made_at") { Gone = "member_id" },

        new("date_questions", Passing + "questions about a typed date", "number* member_id way name given choice field dates asked_at answered_at answer")
        { NotExported = true, Gone = "member_id", OfCustomer = "gone where they name it" },
        new("touch_undos", Passing + "the way back of the last decision about a touch",
            "customer_id* touch_id* anchor_on due_on later_on handled_on last_contact_at decided_at decided_by") { NotExported = true, Gone = "decided_by", OfCustomer = "gone" },
        new("duty_rotation_undos", Passing + "the way back of the last change of the rotation", "members from_on cover_id on_duty_id set_on_duty_id changed_at changed_by")
        { NotExported = true, Gone = "cover_id on_duty_id set_on_duty_id changed_by" },
        new("timers", Passing + "what becomes due, made from the rows that are in it", "kind* key* due_at attempts") { NotExported = true, OfCustomer = "gone with its item" },
        new("outbox", Passing + "messages to send, and those of the last 30 days",
            "key* platform destination card state due_at ordinal attempts lease_until_at message_id failure created_at first_tried_at card_key") { NotExported = true, OfCustomer = "without words" },
        new("inbox", Passing + "answers of the last 7 days", "event_id* reply received_at") { NotExported = true, OfCustomer = "without words" },
        new("cards", Passing + "where cards stand", "card_key* message_id") { NotExported = true },
        new("level_cards", Passing + "where the cards of levels stand", "level* destination*") { NotExported = true },
        new("break_loads", Passing + "counted from the urgent messages", "owner_id* break_key* held") { NotExported = true, Gone = "owner_id" },
        new("coverage_warnings", Passing + "which warnings were given", "level* gap_at* stage* told_at") { NotExported = true },
        new("refused_places", Passing + "places that take no messages", "destination* reason refused_at") { NotExported = true },
    ];

    public static IEnumerable<RecordTable> Exported => All.Where(table => !table.NotExported);
}
