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
        Add<Instant, long>(DbType.Int64, instant => instant.ToUnixTimeMilliseconds(), Instant.FromUnixTimeMilliseconds);
        AddText(LocalDatePattern.Iso);
        AddText(LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"));
        AddText(LocalTimePattern.CreateWithInvariantCulture("HH':'mm"));
        Add<WorkspaceId, string>(DbType.String, id => id.Value, text => new WorkspaceId(text));
        Add<MemberId, string>(DbType.String, id => id.Value, text => new MemberId(text));
        // Each database has its own idea of a Guid; as text they agree.
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        Add<Guid, string>(DbType.String, id => id.ToString("D"), Guid.Parse);
        return true;
    }

    private static void AddText<T>(IPattern<T> pattern)
        where T : struct =>
        Add<T, string>(DbType.String, pattern.Format, text => pattern.Parse(text).Value);

    /// <summary>For <typeparamref name="T"/> and its nullable.</summary>
    private static void Add<T, TColumn>(DbType type, Func<T, TColumn> write, Func<TColumn, T> read)
        where T : struct =>
        SqlMapper.AddTypeHandler(typeof(T), new ColumnType<T, TColumn>(type, write, read));

    // Not Dapper's TypeHandler<T>: that one hands a null column read alone to Parse as if it were a value.
    private sealed class ColumnType<T, TColumn>(DbType type, Func<T, TColumn> write, Func<TColumn, T> read) : SqlMapper.ITypeHandler
        where T : struct
    {
        public void SetValue(IDbDataParameter parameter, object? value)
        {
            parameter.DbType = type;
            parameter.Value = value is T present ? write(present) : DBNull.Value;
        }

        public object? Parse(Type destinationType, object value) => value is DBNull ? null : read((TColumn)value);
    }
}
