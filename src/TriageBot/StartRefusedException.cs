namespace TriageBot;

/// <summary>The program cannot start as things are. The message is for the person who started it and says the next step.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
