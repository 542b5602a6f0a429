"""What every drawn figure shares: a card with Korean letters, lines of text, bars, as a PNG."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import pylopdf_fonts_ko

if TYPE_CHECKING:
    # Pillow is loaded when something is drawn: until then its megabytes stay free.
    from PIL import Image, ImageDraw, ImageFont

# Pixels. Twice the width at which Discord shows a picture on a phone: letters stay sharp.
WIDTH = 1000
MARGIN = 44
TITLE_SIZE = 34
TEXT_SIZE = 30
LINE = 1.4
BAR_HEIGHT = 34
GAP = 30
CORNER = 28
# A card of its own colour, so that it looks the same on a light and on a dark background. Every
# pair of text and background has a contrast of at least 4.5 to 1.
CARD = "#f6f5fb"
INK = "#25243a"
SOFT = "#5a5a72"
TRACK = "#dfdeec"
BAR = "#8a87c9"
KEY = "#227a58"
_COLOURS = 64


def card(height: int) -> "tuple[Image.Image, ImageDraw.ImageDraw]":
    """Return an empty card of ``height`` pixels, and what draws on it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (WIDTH, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, WIDTH - 1, height - 1), CORNER, fill=CARD)
    return image, pen


def png(image: "Image.Image") -> bytes:
    """Return ``image`` as a PNG."""
    written = BytesIO()
    # A card has few colours: with a palette the file is a third of the size.
    from PIL import Image

    image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()


def write(
    pen: "ImageDraw.ImageDraw", lines: list[str], top: float, size: int, colour: str = INK
) -> float:
    """Write ``lines`` from ``top`` on; return where they end."""
    for line in lines:
        pen.text((MARGIN, top), line, colour, font(size))
        top += size * LINE
    return top


def bar(
    pen: "ImageDraw.ImageDraw", top: float, share: float, colour: str, amount: str, widest: str
) -> None:
    """Draw a bar that is filled to ``share`` (0 to 1), with ``amount`` in words at its right.

    ``widest`` is the longest amount that there may be, so that bars below each other line up.
    """
    face = font(TEXT_SIZE)
    width = WIDTH - 2 * MARGIN - face.getlength(widest)
    radius = BAR_HEIGHT // 2
    pen.rounded_rectangle((MARGIN, top, MARGIN + width, top + BAR_HEIGHT), radius, fill=TRACK)
    if share > 0:
        end = MARGIN + max(width * share, BAR_HEIGHT)
        pen.rounded_rectangle((MARGIN, top, end, top + BAR_HEIGHT), radius, fill=colour)
    pen.text((WIDTH - MARGIN, top + BAR_HEIGHT / 2), amount, INK, face, anchor="rm")


def wrapped(text: str, face: "ImageFont.FreeTypeFont", most: int) -> list[str]:
    """Break ``text`` between words (within one, if it is longer than a line) into lines."""
    width = WIDTH - 2 * MARGIN
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if face.getlength(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if face.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return lines


@lru_cache(maxsize=4)
def font(size: int) -> "ImageFont.FreeTypeFont":
    """Return the Korean font at ``size`` pixels."""
    # The basic layout needs no shaping library, and composed Hangul needs no shaping.
    from PIL import ImageFont

    return ImageFont.truetype(
        pylopdf_fonts_ko.sans_path(), size, layout_engine=ImageFont.Layout.BASIC
    )
