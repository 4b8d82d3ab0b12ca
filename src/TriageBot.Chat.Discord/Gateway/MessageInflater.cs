using System.IO.Compression;

namespace TriageBot.Chat.Discord.Gateway;

/// <summary>
/// Collects what a connection receives into whole messages. With <c>zlib-stream</c> one compression context lives as long as the connection,
/// and a message ends where the compressed bytes end in 00 00 FF FF; without it, where its frame ends.
/// </summary>
internal sealed class MessageInflater : IDisposable
{
    private const int Usual = 64 * 1024;
    private static readonly byte[] EndOfMessage = [0x00, 0x00, 0xFF, 0xFF];
    private readonly MemoryStream compressed = new();
    private readonly ZLibStream inflating;
    private MemoryStream message = new();

    public MessageInflater() => inflating = new ZLibStream(compressed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Takes one part of a frame.</summary>
    /// <param name="isBinary">Compressed; a server may also answer in plain text.</param>
    /// <returns>The message when it is whole. Valid until the next call.</returns>
    public ReadOnlyMemory<byte>? Add(ReadOnlySpan<byte> part, bool isBinary, bool endsFrame)
    {
        if (message.Length == 0 && message.Capacity > Usual) message = new MemoryStream();
        if (!isBinary)
        {
            message.Write(part);
            return endsFrame ? Take() : null;
        }

        compressed.Write(part);
        if (!endsFrame || !EndsMessage()) return null;
        compressed.Position = 0;
        inflating.CopyTo(message);
        compressed.SetLength(0);
        if (compressed.Capacity > Usual) compressed.Capacity = 0;
        return Take();
    }

    public void Dispose()
    {
        inflating.Dispose();
        compressed.Dispose();
        message.Dispose();
    }

    private bool EndsMessage() => compressed.Length >= EndOfMessage.Length
        && compressed.GetBuffer().AsSpan(0, (int)compressed.Length).EndsWith(EndOfMessage);

    private ReadOnlyMemory<byte> Take()
    {
        var whole = message.GetBuffer().AsMemory(0, (int)message.Length);
        message.SetLength(0);
        return whole;
    }
}
