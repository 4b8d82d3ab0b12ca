using System.Globalization;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Tasks;

/// <summary>One page of a list, ten items long.</summary>
/// <param name="First">Place of the first item shown, from 1.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, int First, int Count, int Page)
{
    /// <summary>" · 11–20 of 23"; empty when everything is on one page.</summary>
    public string Label => Count == Items.Count
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" · {First}–{First + Items.Count - 1} of {Count}");

    /// <param name="idOf">Id of the button that shows a page, by the page's number from 0.</param>
    public IEnumerable<Control> Buttons(Func<int, ControlId> idOf)
    {
        if (Page > 0) yield return new Button(idOf(Page - 1).ToString(), "Previous");
        if (First + Items.Count <= Count) yield return new Button(idOf(Page + 1).ToString(), "Next");
    }
}

internal static class ListPage
{
    public const int Length = 10;

    /// <summary>Number, from 0, of the page that is shown for a wanted one: the last when there are not so many any more.</summary>
    public static int Shown(int wanted, int count) => Math.Clamp(wanted, 0, Math.Max(0, (count - 1) / Length));

    /// <param name="page">From 0; the last page when there are not so many any more.</param>
    public static ListPage<T> Of<T>(IReadOnlyList<T> all, int page)
    {
        var shown = Shown(page, all.Count);
        return new ListPage<T>([.. all.Skip(shown * Length).Take(Length)], (shown * Length) + 1, all.Count, shown);
    }
}
