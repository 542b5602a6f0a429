"""What the screens of notes share."""

from collections.abc import Sequence
from typing import TypeVar

import discord

from bot.discord_ui.screens import Button, Part
from bot.discord_ui.words import Say

COLOUR = discord.Colour(0x2F8F6B)
QUIET_COLOUR = discord.Colour(0x8A8FA3)
A_PAGE = 10
Rows = tuple[tuple[Part, ...], ...]
T = TypeVar("T")


def page_of(values: Sequence[T], page: int) -> tuple[Sequence[T], int, int]:
    """Return the values on ``page`` (from 0; else the last one), its number, and how many."""
    pages = max(1, -(-len(values) // A_PAGE))
    page = min(page, pages - 1)
    return values[page * A_PAGE : (page + 1) * A_PAGE], page, pages


def turning(before: str | None, after: str | None, say: Say) -> tuple[Button, ...]:
    """Return the buttons to the page before and after, where there are such pages."""
    found = []
    if before is not None:
        found.append(Button(say("note-before"), before))
    if after is not None:
        found.append(Button(say("note-after"), after))
    return tuple(found)


def rows(*found: tuple[Part, ...]) -> Rows:
    """Return the rows that have something."""
    return tuple(row for row in found if row)
