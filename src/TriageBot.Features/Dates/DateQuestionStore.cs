using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Dates;

/// <summary>What somebody did that named a date which could not be used as it was typed: a row.</summary>
public sealed class DateQuestion
{
    public long Number { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>How it was done.</summary>
    public DateWay Way { get; init; }

    /// <summary>Name of the command, or id of the control or form.</summary>
    public string Name { get; init; } = "";

    /// <summary>The values of its options or fields, as JSON.</summary>
    public string Given { get; init; } = "";

    public string Choice { get; init; } = "";

    /// <summary>The option or field that holds the date; blank when it is the choice.</summary>
    public string Field { get; init; } = "";

    /// <summary>The dates on the buttons, as JSON.</summary>
    public string Dates { get; init; } = "";

    public Instant? AnsweredAt { get; init; }

    /// <summary>The date that was chosen; empty while none was.</summary>
    public string Answer { get; init; } = "";

    public Dictionary<string, string> Values => JsonSerializer.Deserialize(Given, DateJson.Default.DictionaryStringString) ?? [];

    public IReadOnlyList<string> Texts => JsonSerializer.Deserialize(Dates, DateJson.Default.StringArray) ?? [];

    public static string Json(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(values.ToDictionary(value => value.Key, value => value.Value), DateJson.Default.DictionaryStringString);

    public static string Json(IEnumerable<string> texts) => JsonSerializer.Serialize([.. texts], DateJson.Default.StringArray);
}

[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DateJson : JsonSerializerContext;

/// <summary>Names are stored.</summary>
public enum DateWay
{
    Command,
    Control,
    Form,
}

/// <summary>Rows of questions about dates, numbered 1, 2, 3, … within a workspace.</summary>
public sealed class DateQuestionStore
{
    /// <returns>Its number.</returns>
    public Task<long> AddAsync(UnitOfWork unit, DateQuestion question) =>
        unit.Db.SingleAsync<long>(
            """
            insert into date_questions (workspace_id, number, member_id, way, name, given, choice, field, dates, asked_at)
            select @workspace, coalesce(max(number), 0) + 1, @MemberId, @way, @Name, @Given, @Choice, @Field, @Dates, @now
            from date_questions where workspace_id = @workspace
            returning number
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                question.MemberId,
                way = question.Way.ToString(),
                question.Name,
                question.Given,
                question.Choice,
                question.Field,
                question.Dates,
                now = unit.Now,
            });

    public Task<DateQuestion?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<DateQuestion>(
            """
            select number, member_id, way, name, given, choice, field, dates, answered_at, answer from date_questions
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number });

    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> AnswerAsync(UnitOfWork unit, long number, string answer) =>
        await unit.Db.ExecuteAsync(
            """
            update date_questions set answered_at = @now, answer = @answer
            where workspace_id = @workspace and number = @number and answered_at is null
            """,
            new { workspace = unit.Workspace.Id.Value, number, answer, now = unit.Now }).ConfigureAwait(false) == 1;
}
