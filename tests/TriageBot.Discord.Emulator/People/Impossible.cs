namespace TriageBot.Discord.Emulator.People;

/// <summary>Discord's own client would not let a person do this, or the test asks for something that is not there.</summary>
internal sealed class ImpossibleException(string message) : Exception(message);
