using System.Data;
using Dapper;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;

namespace TriageBot.Storage;

/// <summary>
/// How our types stand in columns, the same in every database: instants as Unix milliseconds, dates and times as ISO text, identities as text.
/// Finer parts (microseconds of an instant, seconds of a local time) are cut off on the way in.
/// </summary>
public static class DapperTypes
{
    private static readonly Lazy<bool> Registered = new(RegisterOnce);

    /// <summary>May be called any number of times, from any thread.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool RegisterOnce()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new ColumnType<Instant, long>(
            DbType.Int64, instant => instant.ToUnixTimeMilliseconds(), Instant.FromUnixTimeMilliseconds));
        AddText(LocalDatePattern.Iso);
        AddText(LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"));
        AddText(LocalTimePattern.CreateWithInvariantCulture("HH':'mm"));
        AddText<WorkspaceId>(id => id.Value, text => new WorkspaceId(text));
        AddText<MemberId>(id => id.Value, text => new MemberId(text));
        // Each database has its own idea of a Guid; as text they agree.
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        AddText<Guid>(id => id.ToString("D"), Guid.Parse);
        return true;
    }

    private static void AddText<T>(IPattern<T> pattern) => AddText(pattern.Format, text => pattern.Parse(text).Value);

    private static void AddText<T>(Func<T, string> write, Func<string, T> read) =>
        SqlMapper.AddTypeHandler(new ColumnType<T, string>(DbType.String, write, read));

    private sealed class ColumnType<T, TColumn>(DbType type, Func<T, TColumn> write, Func<TColumn, T> read) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            parameter.DbType = type;
            parameter.Value = value is null ? DBNull.Value : write(value);
        }

        public override T Parse(object value) => read((TColumn)value);
    }
}
