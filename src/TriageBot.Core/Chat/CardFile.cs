namespace TriageBot.Core.Chat;

/// <summary>A file handed over with a message.</summary>
/// <param name="Name">As it is saved; its ending tells what it is.</param>
public sealed record CardFile(string Name, ReadOnlyMemory<byte> Content);
