"""Which reasons to read first: in turn, against one's own stance, agreed on, divisive."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, zip_longest
from math import sqrt

from bot.discussion.model import Mark, Marking, Reason, Vote, Voter
from bot.discussion.tally import held_by

# Below this many marks a split is a matter of chance.
MIN_SPLIT = 3
# Of 1: a smaller minority than a quarter does not divide a group.
MINORITY = 0.25
# The normal quantile of a two-sided 95 % interval.
Z = 1.959964
NO_STANCE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """How many agreed with a reason, think otherwise, and passed."""

    agree: int = 0
    differ: int = 0
    passed: int = 0

    @property
    def n(self) -> int:
        """Return how many took a side; passing is none."""
        return self.agree + self.differ


def marks_of(markings: Iterable[Marking]) -> dict[int, Marks]:
    """Count the marks of each reason by its number; one without marks is not there."""
    counted: defaultdict[int, Counter[Mark]] = defaultdict(Counter)
    for each in markings:
        counted[each.reason][each.mark] += 1
    return {reason: Marks(*(of[mark] for mark in Mark)) for reason, of in counted.items()}


def in_turn(reasons: Iterable[Reason], markings: Iterable[Marking]) -> tuple[Reason, ...]:
    """Return what is in sight, the sides in turn, of each side the most agreed with first.

    The order depends on nothing but the reasons and marks: a page stays what it is when turned.
    """
    marks = marks_of(markings)
    sides: defaultdict[int | None, list[Reason]] = defaultdict(list)
    for reason in sorted(_in_sight(reasons), key=lambda each: _rank(each, marks)):
        sides[reason.stance].append(reason)
    # Whoever held no one stance speaks last in each turn.
    order = sorted(sides, key=lambda stance: (stance is None, stance or 0))
    turns = zip_longest(*(sides[stance] for stance in order))
    return tuple(each for each in chain.from_iterable(turns) if each is not None)


def strongest_against(
    held: frozenset[int],
    reasons: Iterable[Reason],
    markings: Iterable[Marking],
    votes: Iterable[Vote],
    me: Voter,
) -> Reason | None:
    """Return the reason for another stance than ``held`` that convinces its side most.

    Marks of those who hold another stance than ``held`` count first, then everybody's; an author's
    own mark never. None: nobody else gave a reason for another stance.
    """
    reasons = tuple(reasons)
    authors = {reason.id: reason.voter for reason in reasons}
    stances = held_by(votes)
    marked = tuple(each for each in markings if authors.get(each.reason) != each.voter)
    across = marks_of(
        each for each in marked if _is_elsewhere(stances.get(each.voter, NO_STANCE), held)
    )
    overall = marks_of(marked)
    candidates = (
        reason
        for reason in _in_sight(reasons)
        if reason.stance is not None and reason.stance not in held and reason.voter != me
    )
    return min(
        candidates,
        key=lambda each: (-across.get(each.id, Marks()).agree, _rank(each, overall)),
        default=None,
    )


def agreed_across(
    reasons: Iterable[Reason], markings: Iterable[Marking], votes: Iterable[Vote]
) -> tuple[Reason, ...]:
    """Return the reasons that most of both sides agree with, the surest first.

    The sides are the two stances from which most marked the reason. It counts if more than half of
    either agree, and is ranked by the side that agrees less: by the lower bound of its share, so
    that one out of one is not surer than nine out of ten.
    """
    sides = _by_stance(markings, votes)
    found = [
        (support, reason)
        for reason in _in_sight(reasons)
        if (support := _support(sides.get(reason.id, {}))) > 0
    ]
    return tuple(
        reason for _, reason in sorted(found, key=lambda each: (-each[0], _mixed(each[1].id)))
    )


def divisive(reasons: Iterable[Reason], markings: Iterable[Marking]) -> tuple[Reason, ...]:
    """Return the reasons that split those who marked them most evenly, the surest first.

    Ranked by the lower bound of the minority's share, at least a quarter of at least three marks.
    """
    marks = marks_of(markings)
    found = []
    for reason in _in_sight(reasons):
        of = marks.get(reason.id, Marks())
        minority = min(of.agree, of.differ)
        if of.n >= MIN_SPLIT and minority >= MINORITY * of.n:
            found.append((wilson_lower(minority, of.n), reason))
    return tuple(
        reason for _, reason in sorted(found, key=lambda each: (-each[0], _mixed(each[1].id)))
    )


def wilson_lower(successes: int, trials: int) -> float:
    """Return the lower bound of a share's 95 % score interval, 0 to 1; of no trials 0.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927), 209-212; for ranking by few marks: E. Miller,
    "How Not To Sort By Average Rating" (2009).
    """
    # Without a success the two terms below are equal, but for rounding.
    if not successes:
        return 0.0
    share = successes / trials
    z2 = Z * Z
    centre = share + z2 / (2 * trials)
    spread = Z * sqrt((share * (1 - share) + z2 / (4 * trials)) / trials)
    return (centre - spread) / (1 + z2 / trials)


def _in_sight(reasons: Iterable[Reason]) -> list[Reason]:
    return [reason for reason in reasons if not reason.hidden]


def _rank(reason: Reason, marks: Mapping[int, Marks]) -> tuple[int, int, bytes]:
    of = marks.get(reason.id, Marks())
    return -of.agree, of.differ, _mixed(reason.id)


def _mixed(number: int) -> bytes:
    # Ties in the order of the ids would favour whoever wrote first.
    return blake2b(number.to_bytes(8, "big"), digest_size=8).digest()


def _is_elsewhere(stances: frozenset[int], held: frozenset[int]) -> bool:
    return bool(stances) and not stances & held


def _by_stance(
    markings: Iterable[Marking], votes: Iterable[Vote]
) -> dict[int, dict[int, list[Mark]]]:
    """Return the marks of each reason by the stance that who marked it holds."""
    held = held_by(votes)
    found: defaultdict[int, defaultdict[int, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for each in markings:
        if each.mark is not Mark.PASS:
            for stance in held.get(each.voter, NO_STANCE):
                found[each.reason][stance].append(each.mark)
    return {reason: dict(stances) for reason, stances in found.items()}


def _support(sides: Mapping[int, Sequence[Mark]]) -> float:
    """Return how sure it is that both sides agree, 0 to 1; 0: one of them doesn't, or is none."""
    two = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))[:2]
    if len(two) < 2:
        return 0.0
    bounds = []
    for _, marks in two:
        agree = sum(mark is Mark.AGREE for mark in marks)
        if agree * 2 <= len(marks):
            return 0.0
        bounds.append(wilson_lower(agree, len(marks)))
    return min(bounds)
