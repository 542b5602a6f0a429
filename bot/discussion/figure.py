"""Draws how many stand where, as a PNG that can be read on a phone, on light and dark."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.discord_ui import figures
from bot.discord_ui.figures import INK, MARGIN, SOFT, TRACK, WIDTH
from bot.discussion.card import (
    GAP,
    INNER,
    ROOM,
    TEXT,
    Heading,
    fitted,
    leading,
    palette,
    written,
)

if TYPE_CHECKING:
    from PIL import ImageDraw

BAR = 42
MAX_LABEL_LINES = 2
MAX_NOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class BarDrawn:
    """A bar: ``label`` above it, ``amount`` in words beside it, ``share`` 0 to 1."""

    label: str
    amount: str
    share: float


@dataclass(frozen=True, slots=True)
class BarsDrawn:
    """Bars under a headline and the name of what they are about; ``note`` stands below."""

    headline: str
    title: str
    bars: tuple[BarDrawn, ...]
    note: str = ""


def bars_figure(drawn: BarsDrawn) -> bytes:
    """Return ``drawn`` as a PNG. Takes the processor for tens of milliseconds."""
    face = figures.font(TEXT)
    amounts = max((face.getlength(bar.amount) for bar in drawn.bars), default=0.0)
    labels = [fitted(bar.label, TEXT, INNER, MAX_LABEL_LINES) for bar in drawn.bars]
    top = Heading(drawn.headline, drawn.title)
    note = fitted(drawn.note, TEXT, INNER, MAX_NOTE_LINES)
    rows = sum(leading(lines) + ROOM + BAR + GAP for lines in labels)
    height = MARGIN + top.height + GAP + rows + (leading(note) if note else -GAP) + MARGIN
    image, pen = figures.card(round(height))
    y = top.write(pen, MARGIN) + GAP
    for bar, lines, colour in zip(drawn.bars, labels, palette(len(labels)), strict=True):
        y = written(pen, lines, (MARGIN, y)) + ROOM
        _bar(pen, y, bar, colour, INNER - amounts - GAP)
        y += BAR + GAP
    written(pen, note, (MARGIN, y), SOFT)
    return figures.png(image)


def _bar(pen: "ImageDraw.ImageDraw", top: float, bar: BarDrawn, colour: str, width: float) -> None:
    radius = BAR // 2
    pen.rounded_rectangle((MARGIN, top, MARGIN + width, top + BAR), radius, fill=TRACK)
    if bar.share > 0:
        end = MARGIN + max(width * min(bar.share, 1.0), BAR)
        pen.rounded_rectangle((MARGIN, top, end, top + BAR), radius, fill=colour)
    face = figures.font(TEXT)
    pen.text((WIDTH - MARGIN, top + BAR / 2), bar.amount, INK, face, anchor="rm")
