namespace TriageBot.Core.Escalations;

/// <summary>Something that was said in a customer matter.</summary>
public enum Utterance
{
    /// <summary>A member typed <c>/answered</c>: the customer has heard from them.</summary>
    AnsweredByCommand,

    /// <summary>A member pressed Answered.</summary>
    AnsweredByButton,

    /// <summary>A member solved the matter and so told the customer.</summary>
    SolvedByMember,

    /// <summary>A member said that they have it: colleagues know, the customer does not.</summary>
    Acknowledged,

    /// <summary>The owner answered the teammate who asked; the teammate has yet to tell the customer.</summary>
    AnsweredToTeammate,

    /// <summary>A note for the team.</summary>
    InternalNote,

    /// <summary>The private answer of the bot to a command.</summary>
    Receipt,

    /// <summary>Any other text of the bot, kind and automatic ones among them.</summary>
    BotText,

    /// <summary>A person wrote to wait for the customer: that is a question put to the customer, and waiting needs an answer before it (rule C2).</summary>
    WaitingForCustomer,

    /// <summary>The customer wrote.</summary>
    CustomerWrote,
}

/// <summary>The one rule of what a human answer is (rule C1): a person of the team has said something to the customer.</summary>
public static class AnswerRule
{
    public static bool IsHumanAnswer(Utterance utterance) => utterance switch
    {
        Utterance.AnsweredByCommand or Utterance.AnsweredByButton or Utterance.SolvedByMember => true,
        Utterance.Acknowledged or Utterance.AnsweredToTeammate or Utterance.InternalNote or Utterance.Receipt or Utterance.BotText => false,
        Utterance.WaitingForCustomer or Utterance.CustomerWrote => false,
        _ => throw new ArgumentOutOfRangeException(nameof(utterance), utterance, "Whether this is an answer is not decided."),
    };
}
