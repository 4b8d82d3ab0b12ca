using TriageBot.Core.Chat;

namespace TriageBot.Features.Forget;

/// <summary>What is said about forgetting.</summary>
internal static class ForgetTexts
{
    public static readonly ReplyText WhichOne = new("forget.which-one", "typed");
    public static readonly ReplyText Oneself = new("forget.oneself", "others");
    public static readonly ReplyText OneselfAlone = new("forget.oneself-alone");
    public static readonly ReplyText Owner = new("forget.owner", "member");
    public static readonly ReplyText NoSuchCustomer = new("forget.no-such-customer", "typed");
    public static readonly ReplyText NearCustomer = new("forget.near-customer", "typed", "near");
    public static readonly ReplyText Gone = new("forget.gone");
    public static readonly ReplyText Cancelled = new("forget.cancelled");
    public static readonly ReplyText Changed = new("forget.changed");

    public static readonly ReplyText Person = new("forget.person", "member");
    public static readonly ReplyText Customer = new("forget.customer", "customer");
    public static readonly ReplyText PersonGoes = new("forget.person-goes", "where");
    public static readonly ReplyText PersonStays = new("forget.person-stays", "times");
    public static readonly ReplyText Withdrawn = new("forget.withdrawn", "items");
    public static readonly ReplyText Dropped = new("forget.dropped", "items");
    public static readonly ReplyText TakenOver = new("forget.taken-over", "items", "taker");
    public static readonly ReplyText PromisesGo = new("forget.promises-go", "items", "taker");
    public static readonly ReplyText DutiesEnd = new("forget.duties-end", "count");
    public static readonly ReplyText WordsGo = new("forget.words-go", "items");
    public static readonly ReplyText CustomerGoes = new("forget.customer-goes", "with");
    public static readonly ReplyText CustomerStays = new("forget.customer-stays", "items");
    public static readonly ReplyText Ends = new("forget.ends", "items");
    public static readonly ReplyText NotErased = new("forget.not-erased");
    public static readonly ReplyText NotErasedLocal = new("forget.not-erased-local");

    public static readonly ReplyText Done = new("forget.done");
    public static readonly ReplyText ToYou = new("forget.to-you", "items");
    public static readonly ReplyText EndedForYou = new("forget.ended-for-you", "items");
    public static readonly ReplyText Card = new("forget.card", "number");

    public static IEnumerable<ReplyText> All =>
    [
        WhichOne, Oneself, OneselfAlone, Owner, NoSuchCustomer, NearCustomer, Gone, Cancelled, Changed, Person, Customer, PersonGoes, PersonStays, Withdrawn, Dropped, TakenOver, PromisesGo,
        DutiesEnd, WordsGo, CustomerGoes, CustomerStays, Ends, NotErased, NotErasedLocal, Done, ToYou, EndedForYou, Card,
    ];
}
