"""Draws who moved from where to where between two votes: bands as wide as people are many."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.discord_ui import figures
from bot.discord_ui.figures import CARD, INK, MARGIN, SOFT, TRACK, WIDTH
from bot.discussion.bands import (
    Band,
    Row,
    ShiftDrawn,
    StanceDrawn,
    bands_of,
    eased,
    rows_of,
)
from bot.discussion.card import (
    GAP,
    INNER,
    LEADING,
    ROOM,
    TEXT,
    Heading,
    fitted,
    leading,
    palette,
    written,
)

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

# Pixels. From left to right: labels, numbers, a node, the bands, a node, numbers.
LEFT_NODE = 462
RIGHT_NODE = 806
NODE = 26
BESIDE = 12
THINNEST = 3.0
MAX_NOTE_LINES = 4
# More numbers than these hide the bands; the text beside the picture has them all.
MAX_NAMED = 7
NAMED_SHARE = 0.02
# Of 255: who stayed is the background, who moved is the picture.
STAYED, MOVED, FADING = 88, 205, 150
STUB = 76
_SMOOTH = 3
_STEPS = 48

_Box = tuple[float, float, float, float]


def shift_figure(drawn: ShiftDrawn) -> bytes:
    """Return ``drawn`` as a PNG. Takes the processor for some hundred milliseconds at most."""
    heading = Heading(drawn.headline, drawn.title)
    note = fitted(drawn.note, TEXT, INNER, MAX_NOTE_LINES)
    columns = MARGIN + heading.height + GAP
    start = columns + TEXT * LEADING + ROOM * 2
    rows, scale, end = rows_of(drawn.stances, start)
    height = end + (GAP + leading(note) if note else 0) + MARGIN
    image, pen = figures.card(round(height))
    heading.write(pen, MARGIN)
    face = figures.font(TEXT)
    pen.text((LEFT_NODE + NODE, columns), drawn.before, SOFT, face, anchor="ra")
    after = min(RIGHT_NODE, WIDTH - MARGIN - face.getlength(drawn.after))
    pen.text((after, columns), drawn.after, SOFT, face, anchor="la")
    colours = palette(len(rows))
    bands = bands_of(drawn.flows, rows, scale)
    _draw_stubs(image, drawn, rows, scale, colours)
    for band in bands:
        _draw_band(image, band, colours[band.flow.source])
    for stance, row, colour in zip(drawn.stances, rows, colours, strict=True):
        _draw_row(pen, stance, row, colour)
    _name_bands(pen, bands, colours)
    written(pen, note, (MARGIN, end + GAP), SOFT)
    return figures.png(image)


def _draw_band(image: "Image.Image", band: Band, colour: str) -> None:
    x0, x1 = LEFT_NODE + NODE, RIGHT_NODE
    wide = max(band.width, THINNEST)
    upper = [
        (x0 + (x1 - x0) * t, band.left + (band.right - band.left) * eased(t))
        for t in (step / _STEPS for step in range(_STEPS + 1))
    ]
    lower = [(x, y + wide) for x, y in reversed(upper)]
    stays = band.flow.source == band.flow.target
    _lay(image, [*upper, *lower], colour, STAYED if stays else MOVED)


def _lay(
    image: "Image.Image", outline: list[tuple[float, float]], colour: str, strength: int
) -> None:
    """Fill ``outline`` with smooth edges: drawn larger, then made small."""
    from PIL import Image, ImageDraw

    left = int(min(x for x, _ in outline))
    top = int(min(y for _, y in outline))
    width = int(max(x for x, _ in outline)) + 1 - left
    height = int(max(y for _, y in outline)) + 2 - top
    mask = Image.new("L", (width * _SMOOTH, height * _SMOOTH))
    points = [((x - left) * _SMOOTH, (y - top) * _SMOOTH) for x, y in outline]
    ImageDraw.Draw(mask).polygon(points, fill=strength)
    mask = mask.reduce(_SMOOTH)
    image.paste(colour, (left, top, left + mask.width, top + mask.height), mask)


def _draw_stubs(
    image: "Image.Image",
    drawn: ShiftDrawn,
    rows: list[Row],
    scale: float,
    colours: tuple[str, ...],
) -> None:
    for number, (stance, row) in enumerate(zip(drawn.stances, rows, strict=True)):
        rest = stance.before - sum(f.members for f in drawn.flows if f.source == number)
        if rest > 0:
            high = max(rest * scale, THINNEST)
            top = row.middle + row.left / 2 - high
            _fade(image, (LEFT_NODE + NODE, top), high, colours[number], is_left=True)
        rest = stance.after - sum(f.members for f in drawn.flows if f.target == number)
        if rest > 0:
            high = max(rest * scale, THINNEST)
            top = row.middle + row.right / 2 - high
            _fade(image, (RIGHT_NODE - STUB, top), high, colours[number], is_left=False)


def _fade(
    image: "Image.Image", at: tuple[float, float], high: float, colour: str, *, is_left: bool
) -> None:
    """Draw a stub that thins out into nothing."""
    from PIL import Image

    left, top = round(at[0]), round(at[1])
    size = (STUB, max(round(at[1] + high) - top, 1))
    # From 0 at the left to 255 at the right, over its whole width.
    ramp = Image.linear_gradient("L").rotate(90).resize(size)
    if is_left:
        ramp = ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    mask = ramp.point([round(level / 255 * FADING) for level in range(256)])
    image.paste(colour, (left, top, left + size[0], top + size[1]), mask)


def _draw_row(pen: "ImageDraw.ImageDraw", stance: StanceDrawn, row: Row, colour: str) -> None:
    face = figures.font(TEXT)
    written(pen, row.label, (MARGIN, row.middle - leading(row.label) / 2))
    for x, high in ((LEFT_NODE, row.left), (RIGHT_NODE, row.right)):
        tall = max(high, THINNEST) / 2
        fill = colour if high else TRACK
        pen.rectangle((x, row.middle - tall, x + NODE - 1, row.middle + tall), fill=fill)
    pen.text((LEFT_NODE - BESIDE, row.middle), stance.before_words, INK, face, anchor="rm")
    after = [stance.after_words, *([stance.change] if stance.change else [])]
    y = row.middle - leading(after) / 2 + TEXT * LEADING / 2
    for line, ink in zip(after, (INK, SOFT), strict=False):
        pen.text((RIGHT_NODE + NODE + BESIDE, y), line, ink, face, anchor="lm")
        y += TEXT * LEADING


def _name_bands(
    pen: "ImageDraw.ImageDraw", bands: Sequence[Band], colours: tuple[str, ...]
) -> None:
    """Write how many moved on the widest bands, where there is room."""
    face = figures.font(TEXT)
    taken: list[_Box] = []
    moved = [band for band in bands if band.flow.source != band.flow.target]
    least = NAMED_SHARE * sum(band.flow.members for band in bands)
    for band in sorted(moved, key=lambda band: -band.flow.members)[:MAX_NAMED]:
        if band.flow.members < least:
            break
        half = face.getlength(band.flow.words) / 2 + BESIDE
        for t in (0.5, 0.36, 0.64, 0.24, 0.76):
            x = LEFT_NODE + NODE + (RIGHT_NODE - LEFT_NODE - NODE) * t
            y = band.left + (band.right - band.left) * eased(t) + band.width / 2
            box = (x - half, y - TEXT * 0.62, x + half, y + TEXT * 0.62)
            if any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            colour = colours[band.flow.source]
            pen.rounded_rectangle(box, TEXT * 0.62, fill=CARD, outline=colour, width=3)
            pen.text((x, y), band.flow.words, INK, face, anchor="mm")
            break


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
