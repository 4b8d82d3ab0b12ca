namespace TriageBot.Chat.Web.Board;

/// <summary>A dictionary that forgets its oldest keys, so that a chat that runs for months does not grow. Not thread-safe.</summary>
internal sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> values = [];
    private readonly Queue<TKey> oldestFirst = [];

    public TValue? Find(TKey key) => values.GetValueOrDefault(key);

    public void Set(TKey key, TValue value)
    {
        if (values.TryAdd(key, value)) oldestFirst.Enqueue(key);
        else values[key] = value;

        if (values.Count > capacity) values.Remove(oldestFirst.Dequeue());
    }
}
