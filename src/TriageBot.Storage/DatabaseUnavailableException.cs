namespace TriageBot.Storage;

/// <summary>
/// The database cannot work right now (disk full, locked, damaged, …). Nothing of the unit of work was kept; the message says the next step.
/// </summary>
public sealed class DatabaseUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
