using System.Text.Json;
using TriageBot.Core.Chat;
using TriageBot.Features;

namespace TriageBot.Settings;

/// <summary>The bot's sentences as a team may edit them: <c>config/replies.en.json</c>, a feature's name over the names of its sentences.</summary>
internal static class RepliesFile
{
    public const string Name = "replies.en.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="texts">Where the file stands; null for the folder <c>config</c> beside the program.</param>
    /// <exception cref="StartRefusedException">The file is not there, cannot be read, or its sentences do not fit the program. The message names all faults.</exception>
    public static ReplyTexts Read(TextsOptions texts)
    {
        var file = Path.Combine(texts.Folder ?? Path.Combine(AppContext.BaseDirectory, "config"), Name);
        var (checkedTexts, faults) = ReplyTexts.Check(ReadSentences(file), TriageBotServices.AllTexts);
        return checkedTexts ?? throw new StartRefusedException(
            $"{file} does not fit this program; correct it, or take back the file it came with.{string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"))}");
    }

    private static Dictionary<string, string> ReadSentences(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            return json.RootElement.EnumerateObject()
                .SelectMany(feature => feature.Value.EnumerateObject().Select(sentence => (Key: $"{feature.Name}.{sentence.Name}", Text: sentence.Value.GetString() ?? "")))
                .ToDictionary(sentence => sentence.Key, sentence => sentence.Text);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{file} cannot be read. Put it back, or name its folder in Texts:Folder.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            var line = broken is JsonException { LineNumber: { } zeroBased } ? $" in line {zeroBased + 1}" : "";
            throw new StartRefusedException($"{file} is not a file of sentences{line}: {{ \"feature\": {{ \"name\": \"sentence\" }} }}, each name once. Correct it, or take back the file it came with.");
        }
    }
}
