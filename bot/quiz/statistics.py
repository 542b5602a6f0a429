"""How items do as items: how hard they are, what misleads, whether they tell who knows (pure)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import StatisticsError, correlation

# Below this many answers a share is a matter of chance, and nothing is flagged.
MIN_ANSWERS = 5
# Below this many a correlation is: its standard error is still about 1/sqrt(30), 0.18.
MIN_FOR_DISCRIMINATION = 30


class Flag(StrEnum):
    """What is worth a moderator's look."""

    NOBODY_MISSES = "nobody-misses"
    NOBODY_GETS = "nobody-gets"
    BEATS_KEY = "beats-key"
    MISLEADS = "misleads"


@dataclass(frozen=True, slots=True)
class Response:
    """A member's first answer to an item: which options they took (of a choice item), right?"""

    member: int
    item: str
    is_right: bool
    choices: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """So many took the option ``index``; ``is_key``: it is (one of) the right ones."""

    index: int
    members: int
    is_key: bool


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """How one item went in one group.

    Attributes:
        answers, right: how many answered, how many of them rightly.
        shares: of a choice item, by the option's place in the item; empty for a short answer.
        compared: how many of those who answered have answered other items as well.
        discrimination: the point-biserial correlation over those, -1 to 1; None where they are
            under 30, and where everybody or nobody was right.
    """

    item: str
    answers: int
    right: int
    shares: tuple[Share, ...] = ()
    compared: int = 0
    discrimination: float | None = None
    flags: tuple[Flag, ...] = ()

    @property
    def facility(self) -> float:
        """Return the share that got it right, 0 to 1; of nobody 0."""
        return self.right / self.answers if self.answers else 0.0


def statistics_of(
    responses: Iterable[Response], options: Mapping[str, Mapping[int, bool]]
) -> tuple[ItemStatistics, ...]:
    """Return how each item went: first those with a flag, then the hardest first.

    ``options`` has, for each choice item, whether each option (by its place) is right.
    """
    everything = tuple(responses)
    totals: defaultdict[int, Counter[bool]] = defaultdict(Counter)
    by_item: defaultdict[str, list[Response]] = defaultdict(list)
    for each in everything:
        totals[each.member][each.is_right] += 1
        by_item[each.item].append(each)
    found = [_one(item, given, options.get(item, {}), totals) for item, given in by_item.items()]
    return tuple(sorted(found, key=lambda each: (not each.flags, each.facility, each.item)))


def point_biserial(is_right: Sequence[bool], rest: Sequence[float]) -> float | None:
    """Return the correlation of an item's verdicts with how their givers did on other items.

    It is Pearson's r with one variable of two values: (M1 - M0) / s * sqrt(p * q), M1 and M0 the
    mean rest scores of who was right and wrong, s the standard deviation of all, p and q the
    shares (Tate 1954, "Correlation between a discrete and a continuous variable. Point-biserial
    correlation", Annals of Mathematical Statistics 25:603-607). None: one of both is constant.
    """
    try:
        return correlation([float(each) for each in is_right], rest)
    except StatisticsError:
        return None


def _one(
    item: str,
    given: Sequence[Response],
    options: Mapping[int, bool],
    totals: Mapping[int, Counter[bool]],
) -> ItemStatistics:
    right = sum(each.is_right for each in given)
    taken = Counter(index for each in given for index in each.choices)
    shares = tuple(Share(index, taken[index], is_key) for index, is_key in sorted(options.items()))
    compared, discrimination = _discrimination(given, totals)
    flags = _flags(len(given), right, shares, discrimination)
    return ItemStatistics(item, len(given), right, shares, compared, discrimination, flags)


def _discrimination(
    given: Sequence[Response], totals: Mapping[int, Counter[bool]]
) -> tuple[int, float | None]:
    """Correlate with the rest, and return of how many: no item is compared with itself.

    Members answer different items, so the rest is a share (Henrysson 1963, "Correction of
    item-total correlations in item analysis", Psychometrika 28:211-218, for leaving the item out).
    """
    verdicts, rest = [], []
    for each in given:
        total = totals[each.member]
        others = total.total() - 1
        if others:
            verdicts.append(each.is_right)
            rest.append((total[True] - each.is_right) / others)
    enough = len(rest) >= MIN_FOR_DISCRIMINATION
    return len(rest), point_biserial(verdicts, rest) if enough else None


def _flags(
    answers: int, right: int, shares: Sequence[Share], discrimination: float | None
) -> tuple[Flag, ...]:
    if answers < MIN_ANSWERS:
        return ()
    flags = []
    if right == answers:
        flags.append(Flag.NOBODY_MISSES)
    if right == 0:
        flags.append(Flag.NOBODY_GETS)
    keys = [share.members for share in shares if share.is_key]
    wrong = [share.members for share in shares if not share.is_key]
    if keys and wrong and max(wrong) > min(keys):
        flags.append(Flag.BEATS_KEY)
    if discrimination is not None and discrimination < 0:
        flags.append(Flag.MISLEADS)
    return tuple(flags)
