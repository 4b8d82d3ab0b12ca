using TriageBot.Core.Chat;

namespace TriageBot.Features;

/// <summary>One capability: says which commands, controls, forms, menus and timers it answers, and which sentences it speaks.</summary>
public interface IFeature
{
    IEnumerable<ReplyText> Texts { get; }

    void Register(FeatureMap map);
}
