"""Draws how many took each option, as a PNG that can be read on a phone, on light and dark."""

from dataclasses import dataclass

from bot.discord_ui import figures
from bot.discord_ui.figures import (
    BAR,
    BAR_HEIGHT,
    GAP,
    INK,
    KEY,
    LINE,
    MARGIN,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
)

MAX_TITLE_LINES = 4
MAX_TEXT_LINES = 2
ROOM = 8
WIDEST = "0000명 (100 %)"


@dataclass(frozen=True, slots=True)
class BarShown:
    """One bar: ``text`` above it, ``amount`` beside it, ``share`` 0 to 1."""

    text: str
    amount: str
    share: float
    is_key: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn; ``key_word`` stands by the key, so that colour is not the only sign.

    It is empty where the bars say themselves which is right.
    """

    title: str
    caption: str
    key_word: str
    bars: tuple[BarShown, ...]


def drawn(chart: Chart) -> bytes:
    """Return ``chart`` as a PNG. Takes the processor for tens of milliseconds."""
    title = figures.wrapped(chart.title, figures.font(TITLE_SIZE), MAX_TITLE_LINES)
    face = figures.font(TEXT_SIZE)
    texts = [figures.wrapped(_named(bar, chart), face, MAX_TEXT_LINES) for bar in chart.bars]
    height = round(
        2 * MARGIN
        + len(title) * TITLE_SIZE * LINE
        + sum(len(lines) * TEXT_SIZE * LINE + BAR_HEIGHT + GAP + ROOM for lines in texts)
        + GAP
        + TEXT_SIZE * LINE
    )
    image, pen = figures.card(height)
    top = figures.write(pen, title, MARGIN, TITLE_SIZE) + GAP / 2
    for bar, lines in zip(chart.bars, texts, strict=True):
        colour = KEY if bar.is_key else INK
        top = figures.write(pen, lines, top, TEXT_SIZE, colour) + ROOM
        fill = KEY if bar.is_key else BAR
        figures.bar(pen, top, bar.share, fill, bar.amount, WIDEST)
        top += BAR_HEIGHT + GAP
    figures.write(pen, [chart.caption], top + GAP / 2, TEXT_SIZE, SOFT)
    return figures.png(image)


def _named(bar: BarShown, chart: Chart) -> str:
    return f"{bar.text}  ✓ {chart.key_word}".rstrip() if bar.is_key else bar.text
