"""Makes text safe to show: cut at Discord's limits on grapheme borders, Markdown disarmed."""

import discord
import regex

ELLIPSIS = "…"
_GRAPHEME = regex.compile(r"\X")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def cut(text: str, limit: int) -> str:
    """Return ``text`` in at most ``limit`` UTF-16 units, as Discord counts.

    Never splits a grapheme. A cut text ends in an ellipsis, after a whole word where one ends near.
    """
    if units(text) <= limit:
        return text
    room = limit - len(ELLIPSIS)
    kept = 0
    end = 0
    for grapheme in _GRAPHEME.finditer(text):
        kept += units(grapheme.group())
        if kept > room:
            break
        end = grapheme.end()
    short = text[:end]
    border = max(short.rfind(" "), short.rfind("\n"))
    if border > len(short) * 4 // 5:
        short = short[:border]
    return short.rstrip() + ELLIPSIS


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units (an emoji counts two)."""
    return len(text) + sum(character > "\uffff" for character in text)


def plain(text: str, limit: int = 300) -> str:
    """Return a member's ``text`` in one line, cut, with Markdown and mentions disarmed."""
    line: str = " ".join(sound(text).split())
    escaped = discord.utils.escape_markdown(cut(line, limit))
    # discord.py disarms the first masked link of a line only.
    unlinked = escaped.replace("](", "]\u200b(")
    return discord.utils.escape_mentions(unlinked)


def sound(text: str) -> str:
    """Return ``text`` without lone surrogates and NULs, which no database or socket takes."""
    return str(_SURROGATE.sub("\ufffd", text)).replace("\x00", "")
