namespace TriageBot.Storage;

/// <summary>The program must not start on this database. Nothing was changed; the message is one sentence with the next step.</summary>
public sealed class DatabaseRefusedException(string message, Exception? cause = null) : Exception(message, cause);
