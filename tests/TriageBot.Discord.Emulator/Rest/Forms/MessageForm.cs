using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A message as a bot wants it. A field that was not named is null, so that an edit leaves it as it was.</summary>
internal sealed class MessageForm
{
    private const int AllowedFlags =
        MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2;

    private static readonly HashSet<string> NoNames = [];

    public string? Content { get; private init; }

    public JsonList? Embeds { get; private init; }

    public JsonList? Components { get; private init; }

    public required AllowedMentions Allowed { get; init; }

    public int? Flags { get; private init; }

    /// <summary>Ids of the files that an edit keeps, and descriptions of the new ones; null when the field was not there.</summary>
    public IReadOnlyList<Form>? Attachments { get; private init; }

    public JsonNode? Nonce { get; private init; }

    public bool IsNonceEnforced { get; private init; }

    public bool IsTts { get; private init; }

    public ulong? ReplyTo { get; private init; }

    public bool MayReplyToNothing { get; private init; }

    public bool IsV2 => Flags is { } flags && (flags & MessageFlags.ComponentsV2) != 0;

    /// <summary>Whether there is nothing in it that could be shown.</summary>
    public bool IsEmpty(int files) => string.IsNullOrEmpty(Content) && Embeds is not { Count: > 0 } && Components is not { Count: > 0 } && files == 0;

    /// <param name="form">The message itself; of a callback the part <c>data</c>.</param>
    /// <param name="files">Files that came with it, by number.</param>
    /// <param name="normally">What holds without <c>allowed_mentions</c>.</param>
    /// <param name="mayBePrivate">Whether the flag EPHEMERAL is legal here.</param>
    /// <param name="isV2Already">Whether the edited message has the new components.</param>
    public static MessageForm Read(Form form, IReadOnlyDictionary<int, Upload> files, AllowedMentions normally, bool mayBePrivate, bool isV2Already = false)
    {
        var flags = ReadFlags(form, mayBePrivate);
        var isV2 = isV2Already || (flags is { } set && (set & MessageFlags.ComponentsV2) != 0);
        var names = files.Count == 0 ? NoNames : files.Values.Select(file => file.Filename).ToHashSet();
        if (isV2) RefuseLegacy(form);
        var reference = form.Inner("message_reference");
        var attachments = form.Says("attachments") ? form.Items("attachments", 0, 10) : null;
        foreach (var attachment in attachments ?? []) CheckAttachment(attachment, files);
        return new MessageForm
        {
            Content = form.Says("content") ? form.TextUpTo("content", 2000) ?? "" : null,
            Embeds = form.Says("embeds") ? EmbedForm.Read(form, names) : null,
            Components = form.Says("components") ? ComponentForm.Read(form, isV2, names) : null,
            Allowed = AllowedMentionsForm.Read(form, normally),
            Flags = flags,
            Attachments = attachments,
            Nonce = ReadNonce(form),
            IsNonceEnforced = form.Flag("enforce_nonce"),
            IsTts = form.Flag("tts"),
            ReplyTo = reference?.Snowflake("message_id", isRequired: true),
            MayReplyToNothing = reference is not null && reference.Has("fail_if_not_exists") && !reference.Flag("fail_if_not_exists"),
        };
    }

    private static int? ReadFlags(Form form, bool mayBePrivate)
    {
        if (form.Integer("flags", 0, int.MaxValue) is not { } flags) return null;
        var allowed = mayBePrivate ? AllowedFlags | MessageFlags.Ephemeral : AllowedFlags;
        // The service drops flags that a bot cannot set; a bot that sets them has misread the documentation.
        return (int)flags & allowed;
    }

    private static void RefuseLegacy(Form form)
    {
        foreach (var name in (string[])["content", "embeds", "poll", "sticker_ids"])
        {
            var isUsed = form.Find(name) switch
            {
                null => false,
                { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() > 0,
                { ValueKind: JsonValueKind.String } text => text.GetString()!.Length > 0,
                _ => true,
            };
            if (isUsed) form.Fault(name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    private static void CheckAttachment(Form form, IReadOnlyDictionary<int, Upload> files)
    {
        form.TextUpTo("description", 1024);
        if (form.Snowflake("id", isRequired: true) is not { } id) return;
        // Small numbers name files of this request; the others are ids of files that stay.
        if (id < 10 && !files.ContainsKey((int)id)) form.Fault("id", "ATTACHMENT_NOT_FOUND", "The specified attachment was not found.");
    }

    private static JsonNode? ReadNonce(Form form)
    {
        if (form.Node("nonce") is not JsonValue nonce) return null;
        if (nonce.ToString().Length > 25) form.Fault("nonce", "NONCE_TYPE_TOO_LONG", "Nonce must be between 1 and 25 characters long.");
        return nonce;
    }
}

/// <summary>A file that came with a request.</summary>
internal sealed record Upload(string Filename, string ContentType, byte[] Content);
