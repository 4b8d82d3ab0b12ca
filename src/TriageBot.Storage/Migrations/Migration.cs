namespace TriageBot.Storage.Migrations;

/// <summary>One numbered step of the schema, forward only.</summary>
/// <param name="Version">1 or more, without gaps.</param>
/// <param name="Name">The file's name without its ending: <c>0001_urgent</c>.</param>
public sealed record Migration(int Version, string Name, string Sql);
