"""Shows the reasons of a discussion privately, a few a page, each to be marked."""

from collections.abc import Mapping, Sequence

import discord

from bot.discord_ui.screens import MAX_ROWS, Button, Part, Screen
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import Discussion, Mark, Mine, Phase, Reason
from bot.discussion.reasons import Marks
from bot.discussion.show.parts import (
    COLOUR,
    NOBODY_NAMED,
    Names,
    Rows,
    mark_words,
    reason_labels,
    reason_words,
)

# A row of marks each, and one to turn the page.
ON_A_PAGE = MAX_ROWS - 1
_MARKABLE = (Phase.ARGUMENT, Phase.SECOND_VOTE, Phase.SHARING)


def reasons_page_screen(
    discussion: Discussion,
    ordered: Sequence[Reason],
    marks: Mapping[int, Marks],
    mine: Mine | None,
    page: int,
    say: Say,
    *,
    names: Names = NOBODY_NAMED,
    moderates: bool = False,
    note: str = "",
    hid: int | None = None,
) -> Screen:
    """Show ``page`` (from 0; the last one where it is too far) of every reason in sight.

    ``mine`` tells which are the reader's own and how they marked; None: nobody can tell any more.
    ``hid`` is the reason that the reader just took from sight, and can bring back.
    """
    labels = reason_labels(discussion)
    if not ordered:
        return Screen(
            "\n".join(filter(None, (note, say(labels.none)))),
            rows=_bottom(discussion, 0, 1, say, hid),
        )
    page, pages = page_of(page, len(ordered))
    shown = ordered[page * ON_A_PAGE :][:ON_A_PAGE]
    words, rows = [], []
    for place, each in enumerate(shown, page * ON_A_PAGE + 1):
        own = None if mine is None else mine.marks.get(each.id)
        said = reason_words(discussion, each, marks.get(each.id, Marks()), names, say, own)
        words.append(f"{place}. {said}")
        row = _row(discussion, each, place, page, mine, own, say, moderates=moderates)
        rows += [row] if row else []
    embed = discord.Embed(
        title=say(labels.counted, n=len(ordered)),
        description="\n\n".join(words),
        colour=COLOUR,
    )
    if pages > 1:
        embed.set_footer(text=say("discuss-page", page=page + 1, pages=pages))
    return Screen(note, (embed,), (*rows, *_bottom(discussion, page, pages, say, hid)))


def against_screen(
    discussion: Discussion,
    reason: Reason | None,
    marks: Marks,
    say: Say,
    names: Names = NOBODY_NAMED,
) -> Screen:
    """Show the strongest reason against the reader's own stance; None: there is none yet."""
    if reason is None:
        return Screen(say("discuss-against-none"))
    embed = discord.Embed(
        title=say("discuss-against-title"),
        description=reason_words(discussion, reason, marks, names, say),
        colour=COLOUR,
    )
    row = tuple(
        Button(mark_words(thought, say), buttons.mark(discussion.id, reason, thought, 0))
        for thought in Mark
    )
    is_markable = discussion.phase in _MARKABLE
    return Screen(say("discuss-against-how"), (embed,), (row,) if is_markable else ())


def page_of(page: int, reasons: int) -> tuple[int, int]:
    """Return which page there is in place of ``page``, and how many pages there are."""
    pages = max(-(-reasons // ON_A_PAGE), 1)
    return min(page, pages - 1), pages


def _row(
    discussion: Discussion,
    reason: Reason,
    place: int,
    page: int,
    mine: Mine | None,
    own: Mark | None,
    say: Say,
    *,
    moderates: bool,
) -> tuple[Part, ...]:
    row: tuple[Part, ...] = ()
    if mine is not None and discussion.phase in _MARKABLE and reason.voter != mine.voter:
        row = tuple(
            Button(
                f"{place}. {mark_words(thought, say)}",
                buttons.mark(discussion.id, reason, thought, page),
                "success" if thought is own else "secondary",
            )
            for thought in Mark
        )
    if moderates and discussion.phase.is_open:
        hide = buttons.hide(discussion.id, reason, page)
        row = (*row, Button(say("discuss-hide", place=place), hide, "danger"))
    return row


def _bottom(
    discussion: Discussion, page: int, pages: int, say: Say, hid: int | None = None
) -> Rows:
    row: tuple[Part, ...] = ()
    if page > 0:
        row = (Button(say("discuss-before"), buttons.turn(discussion.id, page - 1)),)
    if page + 1 < pages:
        row = (*row, Button(say("discuss-after"), buttons.turn(discussion.id, page + 1)))
    if discussion.phase in _MARKABLE:
        add = say(reason_labels(discussion).add)
        row = (*row, Button(add, buttons.why(discussion)))
    if hid is not None:
        row = (*row, Button(say("discuss-unhide"), buttons.unhide(discussion.id, hid, page)))
    return (row,) if row else ()
