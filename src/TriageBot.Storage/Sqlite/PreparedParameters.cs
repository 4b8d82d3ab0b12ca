using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace TriageBot.Storage.Sqlite;

/// <summary>Values for a statement, by name.</summary>
internal sealed class PreparedParameters : DbParameterCollection
{
    private readonly List<DbParameter> all = [];

    public override int Count => all.Count;

    public override object SyncRoot => all;

    /// <summary>Where the value with this name stands; looked for from <paramref name="start"/> on, then before it. -1 when there is none.</summary>
    public int Find(string name, int start)
    {
        for (var at = start; at < all.Count; at++)
        {
            if (all[at].ParameterName == name) return at;
        }

        for (var at = 0; at < Math.Min(start, all.Count); at++)
        {
            if (all[at].ParameterName == name) return at;
        }

        return -1;
    }

    public DbParameter At(int index) => all[index];

    public override int Add(object value)
    {
        all.Add((DbParameter)value);
        return all.Count - 1;
    }

    public override void AddRange(Array values) => all.AddRange(values.Cast<DbParameter>());

    public override void Clear() => all.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)all).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => all.GetEnumerator();

    public override int IndexOf(object value) => all.IndexOf((DbParameter)value);

    public override int IndexOf(string parameterName) => Find(parameterName, start: 0);

    public override void Insert(int index, object value) => all.Insert(index, (DbParameter)value);

    public override void Remove(object value) => all.Remove((DbParameter)value);

    public override void RemoveAt(int index) => all.RemoveAt(index);

    public override void RemoveAt(string parameterName) => RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => all[index];

    protected override DbParameter GetParameter(string parameterName) => all[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => all[index] = value;

    protected override void SetParameter(string parameterName, DbParameter value) => all[IndexOf(parameterName)] = value;
}

/// <summary>A value for a statement. Of what ADO.NET can say about one, only name and value mean something here.</summary>
internal sealed class PreparedParameter : DbParameter
{
    public override DbType DbType { get; set; }

    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;

    public override bool IsNullable { get; set; }

    [AllowNull]
    public override string ParameterName { get => field; set => field = value ?? ""; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get => field; set => field = value ?? ""; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = default;
}
