"""Shows moderators what waits for them, a line and a button a section."""

from collections.abc import Sequence

import discord

from bot.discord_ui.screens import MAX_BUTTONS_IN_ROW, MAX_ROWS, Button, Screen
from bot.discord_ui.words import Say
from bot.inbox.model import Line, to_decide

COLOUR = discord.Colour(0x5353CF)


def overview_screen(lines: Sequence[Line], say: Say) -> Screen:
    """Show each section that has something, the longest waiting first, mere advice last."""
    if not lines:
        return Screen(say("inbox-empty"))
    lines = sorted(lines, key=_place)
    embed = discord.Embed(
        title=say("inbox-overview", count=to_decide(lines)),
        description="\n".join(_words(line, say) for line in lines),
        colour=COLOUR,
    )
    buttons = [Button(_label(line, say), line.opens) for line in lines]
    rows = [
        tuple(buttons[at : at + MAX_BUTTONS_IN_ROW])
        for at in range(0, len(buttons), MAX_BUTTONS_IN_ROW)
    ]
    return Screen(embeds=(embed,), rows=tuple(rows[:MAX_ROWS]))


def _place(line: Line) -> tuple[bool, float]:
    oldest = line.waiting.oldest
    return line.waiting.is_advice, oldest.timestamp() if oldest else float("inf")


def _words(line: Line, say: Say) -> str:
    name, count, oldest = say(f"inbox-section-{line.name}"), line.waiting.count, line.waiting.oldest
    if oldest is None:
        return say("inbox-line", name=name, count=count)
    since = f"<t:{int(oldest.timestamp())}:R>"
    return say("inbox-line-since", name=name, count=count, since=since)


def _label(line: Line, say: Say) -> str:
    return say("inbox-open", name=say(f"inbox-section-{line.name}"), count=line.waiting.count)
