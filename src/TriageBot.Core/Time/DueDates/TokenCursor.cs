namespace TriageBot.Core.Time.DueDates;

/// <summary>A place in the tokens. Every Take either takes all it names or leaves the place alone.</summary>
internal sealed class TokenCursor(string text)
{
    private readonly List<Token> tokens = Tokenizer.Tokens(text);
    private int index;

    public string Text { get; } = text;

    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>Settable, to go back where an alternative of the grammar did not fit.</summary>
    public int Index
    {
        get => index;
        set
        {
            index = value;
            FurthestRead = Math.Max(FurthestRead, value);
        }
    }

    /// <summary>How far any alternative came: where the text stopped making sense.</summary>
    public int FurthestRead { get; private set; }

    /// <summary>Looks there without reading as far as that.</summary>
    public void LookAt(int token) => index = token;

    public bool AtEnd => index == tokens.Count;

    /// <summary>Where the next token begins in the typed text.</summary>
    public int Offset => OffsetOf(index);

    public int OffsetOf(int token) => token < tokens.Count ? tokens[token].Start : Text.Length;

    public bool TakeWord(string word)
    {
        if (!IsWord(0, word)) return false;
        Index++;
        return true;
    }

    public bool TakeWord(string first, string second)
    {
        if (!IsWord(0, first) || !IsWord(1, second)) return false;
        Index += 2;
        return true;
    }

    public bool TakeAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (TakeWord(word)) return true;
        }

        return false;
    }

    public bool TakeMark(char mark)
    {
        if (!IsMark(0, mark)) return false;
        Index++;
        return true;
    }

    public int? TakeTerm(TermKind kind)
    {
        if (Peek(0) is not { Kind: TokenKind.Word } token || token.Term.Kind != kind) return null;
        Index++;
        return token.Term.Value;
    }

    /// <param name="maxDigits">Longer numbers are left alone.</param>
    public Token? TakeNumber(int maxDigits = 4)
    {
        if (Peek(0) is not { Kind: TokenKind.Number } token || token.Length > maxDigits) return null;
        Index++;
        return token;
    }

    public Token? Peek(int ahead) => index + ahead >= 0 && index + ahead < tokens.Count ? tokens[index + ahead] : null;

    public bool IsWord(int ahead, string word) => Peek(ahead) is { Kind: TokenKind.Word } token && token.Text == word;

    public bool IsMark(int ahead, char mark) => Peek(ahead) is { Kind: TokenKind.Mark } token && token.Text[0] == mark;

    public bool IsNumber(int ahead) => Peek(ahead) is { Kind: TokenKind.Number };

    public bool IsTerm(int ahead, TermKind kind) => Peek(ahead) is { Kind: TokenKind.Word } token && token.Term.Kind == kind;

    /// <summary>Goes back to <paramref name="start"/>; for the end of an alternative that did not fit.</summary>
    public T? Back<T>(int start)
        where T : class
    {
        index = start;
        return null;
    }
}
