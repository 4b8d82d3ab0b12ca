using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TriageBot.Chat.Web.Log;

/// <summary>The chat's SQLite file: its settings and its tables.</summary>
internal sealed class ChatFile(string path)
{
    /// <summary>
    /// What each version adds to the one before it; the file tells its own in <c>user_version</c>.
    /// 2: what is written together stands together, so that a commit writes half as many pages. A message's id follows from its sequence and needs no index,
    /// acts are found by the window's id, which begins with the time, and the last sequence is kept instead of an index of all changes.
    /// </summary>
    private static readonly string[] Versions =
    [
        """
        create table workspace (id text primary key, runs integer not null);
        create table person (id text primary key, name text not null, is_admin integer not null, is_owner integer not null, sequence integer not null);
        create table channel (id text primary key, name text not null);
        create table message (
            id text primary key, sequence integer not null unique, changed integer not null, posted_at integer not null,
            author text, destination text not null, only_to text, item integer, event_id text, body text not null);
        create index message_by_destination on message (destination, sequence);
        create index message_by_change on message (changed);
        create table event (author text not null, event_id text not null, typed_id text, outcome text, primary key (author, event_id));
        create table sent (key text primary key, message_id text not null);
        create table form (id text primary key, sequence integer not null, member text not null, destination text not null, opened_from text, body text not null);
        """,
        """
        alter table workspace add column last_sequence integer not null default 0;
        update workspace set last_sequence = max(
            coalesce((select max(changed) from message), 0), coalesce((select max(sequence) from form), 0), coalesce((select max(sequence) from person), 0));
        alter table message rename to message_before;
        create table message (
            sequence integer primary key, changed integer not null, posted_at integer not null,
            author text, destination text not null, only_to text, item integer, event_id text, body text not null);
        insert into message select sequence, changed, posted_at, author, destination, only_to, item, event_id, body from message_before order by sequence;
        drop table message_before;
        create index message_by_destination on message (destination);
        alter table event rename to event_before;
        create table event (event_id text not null, author text not null, typed_id text, outcome text, primary key (event_id, author));
        insert into event select event_id, author, typed_id, outcome from event_before order by rowid;
        drop table event_before;
        """,
    ];

    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 2 }.ToString();

    /// <summary>A connection of its own. Acknowledged means on disk, hence <c>synchronous = full</c>.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 2000; pragma wal_autocheckpoint = 4000");
        return connection;
    }

    /// <summary>A connection for reading, from the pool.</summary>
    public SqliteConnection ConnectToRead()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <returns>True when the file was new and its tables have just been made.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, no database, missing beside its log, or of a newer program (rule X9). The message is a sentence for the person who started the program.</exception>
    public bool Prepare()
    {
        // Beginning a new file would throw away the log, and with it what was acknowledged.
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 } log && new FileInfo(path) is not { Exists: true, Length: > 0 })
            throw new InvalidDataException($"The chat file {path} is missing although its log {log.FullName} is there. Put the file back, or move the log away to begin a new chat.");

        try
        {
            using var connection = Connect();
            var version = connection.ExecuteScalar<long>("pragma user_version");
            if (version > Versions.Length) throw new InvalidDataException($"The chat file {path} was written by a newer TriageBot. Start that version, or move the file away to begin a new chat.");

            var check = connection.ExecuteScalar<string>("pragma quick_check(1)");
            if (check != "ok") throw new InvalidDataException($"The chat file {path} is damaged ({check}). Put a backup in its place, or move it away to begin a new chat.");

            if (version == Versions.Length) return false;

            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
            foreach (var step in Versions.Skip((int)version)) connection.Execute(step, transaction: transaction);
            connection.Execute($"pragma user_version = {Versions.Length}", transaction: transaction);
            transaction.Commit();
            return version == 0;
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"The chat file {path} cannot be used: {exception.Message} Check that the folder can be written, or move the file away to begin a new chat.", exception);
        }
    }
}
