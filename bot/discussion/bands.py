"""Where the figure of a shift has its rows and bands: pure geometry."""

from dataclasses import dataclass

from bot.discussion.card import LEADING, TEXT, fitted, leading

# Pixels.
LABEL_WIDTH = 306
BANDS = 660
WIDEST_MEMBER = 60.0
ROW_GAP = 24
MAX_LABEL_LINES = 4


@dataclass(frozen=True, slots=True)
class StanceDrawn:
    """A stance: how many held it before and after, as numbers and in words."""

    label: str
    before: int
    after: int
    before_words: str
    after_words: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class FlowDrawn:
    """So many went from the stance ``source`` to the stance ``target`` (places in the list)."""

    source: int
    target: int
    members: int
    words: str


@dataclass(frozen=True, slots=True)
class ShiftDrawn:
    """Two columns of stances and the flows between them.

    What of a stance is in no flow is drawn as a stub that fades out; ``note`` says what that means.
    """

    headline: str
    title: str
    before: str
    after: str
    stances: tuple[StanceDrawn, ...]
    flows: tuple[FlowDrawn, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: list[str]
    middle: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Band:
    flow: FlowDrawn
    left: float
    right: float
    width: float


def rows_of(stances: tuple[StanceDrawn, ...], top: float) -> tuple[list[Row], float, float]:
    """Return where each stance stands, pixels a member, and where the last row ends.

    A stance has one row for both columns, so that whoever stayed goes straight across.
    """
    labels = [fitted(stance.label, TEXT, LABEL_WIDTH, MAX_LABEL_LINES) for stance in stances]
    least = [max(leading(lines), 2 * TEXT * LEADING) for lines in labels]
    most = [max(stance.before, stance.after) for stance in stances]
    scale = _scale(most, least)
    rows = []
    for stance, lines, widest, floor in zip(stances, labels, most, least, strict=True):
        height = max(widest * scale, floor)
        middle = top + height / 2
        rows.append(Row(lines, middle, stance.before * scale, stance.after * scale))
        top += height + ROW_GAP
    return rows, scale, top - ROW_GAP


def _scale(most: list[int], least: list[float]) -> float:
    """Return the pixels a member takes, so that the rows together are about ``BANDS`` high."""
    floors = [floor / members for members, floor in zip(most, least, strict=True) if members]
    # Up to here the labels alone decide how high the rows are.
    low, high = min(floors, default=0.0), WIDEST_MEMBER
    for _ in range(30):
        middle = (low + high) / 2
        rows = sum(max(n * middle, floor) for n, floor in zip(most, least, strict=True))
        low, high = (low, middle) if rows > BANDS else (middle, high)
    return min(low, WIDEST_MEMBER)


def bands_of(flows: tuple[FlowDrawn, ...], rows: list[Row], scale: float) -> list[Band]:
    """Return the bands, side by side at both ends, who stayed first: the rest lies over them."""
    left = [row.middle - row.left / 2 for row in rows]
    right = [row.middle - row.right / 2 for row in rows]
    leaving: dict[tuple[int, int], float] = {}
    for flow in sorted(flows, key=lambda flow: (flow.source, flow.target)):
        leaving[flow.source, flow.target] = left[flow.source]
        left[flow.source] += flow.members * scale
    bands = []
    for flow in sorted(flows, key=lambda flow: (flow.target, flow.source)):
        at = leaving[flow.source, flow.target]
        bands.append(Band(flow, at, right[flow.target], flow.members * scale))
        right[flow.target] += flow.members * scale
    return sorted(
        bands, key=lambda band: (band.flow.source != band.flow.target, -band.flow.members)
    )


def eased(t: float) -> float:
    """Return how far along its rise a band is: level at both ends (Hermite's 3t² - 2t³)."""
    return t * t * (3 - 2 * t)
