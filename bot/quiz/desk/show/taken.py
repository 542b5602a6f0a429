"""Shows moderators the items that their server took from its members, one a page."""

import discord

from bot.discord_ui.cutting import plain
from bot.discord_ui.screens import Button, Screen
from bot.discord_ui.words import Say
from bot.quiz.desk import buttons
from bot.quiz.desk.model import Page, Suggestion
from bot.quiz.desk.show.inbox import Names, add_lines, item_lines
from bot.quiz.show import parts

SHOWN_STEM = 100


def taken_button(say: Say) -> Button:
    """Return the button that lists what the server took."""
    return Button(say("taken-list"), buttons.taken(0))


def taken_screen(
    page: Page, names: Names, say: Say, *, note: str = "", gone: Suggestion | None = None
) -> Screen:
    """Show the page; ``gone`` was withdrawn just now, and can be taken back."""
    undo: tuple[Button, ...] = ()
    if gone is not None:
        note = f"{note}\n> {plain(gone.draft.stem, SHOWN_STEM)}"
        undo = (Button(say("taken-restore"), buttons.restore(gone.number)),)
    case = page.case
    if not isinstance(case, Suggestion):
        return Screen(note or say("taken-none"), rows=(undo,) if undo else ())
    title = say("taken-title", place=page.place, total=page.total)
    embed = discord.Embed(title=title, colour=parts.COLOUR)
    add_lines(embed, item_lines(case, names, page, say), say)
    embed.set_footer(text=say("taken-foot"))
    decide = (Button(say("taken-withdraw"), buttons.withdraw(case.number), "danger"), *undo)
    ways = tuple(
        Button(say(f"inbox-{word}"), buttons.taken(other.number))
        for word, other in (("before", page.before), ("after", page.after))
        if other is not None
    )
    return Screen(note, (embed,), (decide, ways) if ways else (decide,))
