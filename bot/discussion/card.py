"""What the figures of discussions share: sizes, colours, a heading, lines of text that fit."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from bot.discord_ui import figures
from bot.discord_ui.figures import INK, MARGIN, SOFT, WIDTH

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

# Pixels of a card 1,000 wide. Scaled to the 400 at which Discord shows an embed's picture, the
# smallest letters are 14 high, and on a phone 360 wide 13.
TEXT = 36
HEAD = 46
LEADING = 1.28
ROOM = 8
GAP = 26
INNER = WIDTH - 2 * MARGIN
ELLIPSIS = "…"
MAX_HEADING_LINES = 2
# Okabe and Ito, "Color Universal Design" (https://jfly.uni-koeln.de/color/): told apart with every
# common kind of colour blindness. In this order they go from cool to warm, as stances go from one
# end to the other.
_BLUE, _SKY, _GREEN, _ORANGE, _VERMILLION = "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#d55e00"
_PALETTES = {
    1: (_BLUE,),
    2: (_BLUE, _VERMILLION),
    3: (_BLUE, _GREEN, _ORANGE),
    4: (_BLUE, _SKY, _GREEN, _ORANGE),
}
_ALL = (_BLUE, _SKY, _GREEN, _ORANGE, _VERMILLION)
_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a card begins with: the one line to remember, and what it is about."""

    headline: str
    title: str

    @property
    def height(self) -> float:
        """Return how many pixels it takes."""
        return len(self._head) * HEAD * LEADING + ROOM + leading(self._title)

    def write(self, pen: "ImageDraw.ImageDraw", top: float) -> float:
        """Write it from ``top`` on; return where it ends."""
        top = written(pen, self._head, (MARGIN, top), size=HEAD) + ROOM
        return written(pen, self._title, (MARGIN, top), SOFT)

    @property
    def _head(self) -> list[str]:
        return fitted(self.headline, HEAD, INNER, MAX_HEADING_LINES)

    @property
    def _title(self) -> list[str]:
        return fitted(self.title, TEXT, INNER, MAX_HEADING_LINES)


def palette(stances: int) -> tuple[str, ...]:
    """Return a colour a stance; beyond five they begin anew."""
    chosen = _PALETTES.get(stances, _ALL)
    return tuple(chosen[number % len(chosen)] for number in range(stances))


def leading(lines: list[str], size: int = TEXT) -> float:
    """Return how many pixels ``lines`` take."""
    return len(lines) * size * LEADING


def written(
    pen: "ImageDraw.ImageDraw",
    lines: list[str],
    at: tuple[float, float],
    colour: str = INK,
    size: int = TEXT,
) -> float:
    """Write ``lines`` from the point ``at`` (x, y) on; return where they end."""
    x, y = at
    for line in lines:
        pen.text((x, y), line, colour, figures.font(size))
        y += size * LEADING
    return y


def fitted(text: str, size: int, width: float, most: int) -> list[str]:
    """Break ``text`` into at most ``most`` lines of ``width`` pixels; the rest is an ellipsis.

    Lines break between words; within one, on a grapheme border, where it is longer than a line.
    """
    face = figures.font(size)
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if face.getlength(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for grapheme in _GRAPHEME.findall(word):
            if lines[-1] and face.getlength(lines[-1] + grapheme) > width:
                lines.append("")
            lines[-1] += grapheme
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], face, width)]
    return [line for line in lines if line]


def _shortened(line: str, face: "ImageFont.FreeTypeFont", width: float) -> str:
    graphemes = _GRAPHEME.findall(line)
    while graphemes and face.getlength("".join(graphemes).rstrip() + ELLIPSIS) > width:
        graphemes.pop()
    return "".join(graphemes).rstrip() + ELLIPSIS
