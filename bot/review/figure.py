"""Draws a member's record, as a PNG that can be read on a phone, on light and dark."""

from dataclasses import dataclass

from bot.discord_ui import figures
from bot.discord_ui.figures import (
    BAR_HEIGHT,
    GAP,
    INK,
    LINE,
    MARGIN,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
)

HEADLINE_SIZE = 52
MAX_TEXT_LINES = 2
ROOM = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with ``text`` above it and ``amount`` beside it; ``share`` 0 to 1."""

    text: str
    amount: str
    share: float


@dataclass(frozen=True, slots=True)
class Section:
    """Bars under a heading, which says what ``colour`` stands for."""

    heading: str
    rows: tuple[Row, ...]
    colour: str = figures.BAR


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: a large line, smaller ones below it, then sections."""

    headline: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]


def drawn(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a PNG. Takes the processor for tens of milliseconds."""
    face = figures.font(TEXT_SIZE)
    texts = [
        [figures.wrapped(row.text, face, MAX_TEXT_LINES) for row in section.rows]
        for section in sheet.sections
    ]
    rows = [lines for section in texts for lines in section]
    height = round(
        2 * MARGIN
        + HEADLINE_SIZE * LINE
        + len(sheet.lines) * TEXT_SIZE * LINE
        + len(texts) * (TITLE_SIZE * LINE + GAP + ROOM)
        + sum(len(lines) * TEXT_SIZE * LINE + ROOM + BAR_HEIGHT + GAP / 2 for lines in rows)
    )
    amounts = [f"{row.amount}   " for section in sheet.sections for row in section.rows]
    widest = max(amounts, key=face.getlength, default="")
    image, pen = figures.card(height)
    top = figures.write(pen, [sheet.headline], MARGIN, HEADLINE_SIZE)
    top = figures.write(pen, list(sheet.lines), top, TEXT_SIZE, SOFT)
    for section, named in zip(sheet.sections, texts, strict=True):
        top = figures.write(pen, [section.heading], top + GAP, TITLE_SIZE, SOFT) + ROOM
        for row, lines in zip(section.rows, named, strict=True):
            top = figures.write(pen, lines, top, TEXT_SIZE, INK) + ROOM
            figures.bar(pen, top, row.share, section.colour, row.amount, widest)
            top += BAR_HEIGHT + GAP / 2
    return figures.png(image)
