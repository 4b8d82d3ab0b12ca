namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Ids of the buttons, menus and inputs of one message or form; each is there once, and disabled ones count too.</summary>
internal sealed class CustomIds
{
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);

    public void Claim(Form form, string customId)
    {
        if (!claimed.Add(customId)) form.Fault("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
