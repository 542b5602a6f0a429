"""Which items a group is asked next: what it has not seen, then what it gets wrong."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.content.library import Library
from bot.content.model import Item, Topic


@dataclass(frozen=True, slots=True)
class Past:
    """How an item went in one group: when it was last asked, and all answers together."""

    last_asked: datetime
    answers: int = 0
    right: int = 0

    @property
    def ease(self) -> float:
        """Return the share that got it right, drawn towards a half while few have answered.

        Laplace's rule of succession: an item with one wrong answer is not the hardest of all.
        """
        return (self.right + 1) / (self.answers + 2)


def askable(topic: Topic, library: Library) -> tuple[Item, ...]:
    """Return the items of ``topic`` that may be asked: none that is set aside."""
    return tuple(
        item for item in library.items if item.topic == topic.id and not library.is_set_aside(item)
    )


def picked(
    items: Sequence[Item], past: Mapping[str, Past], count: int, seed: int | str
) -> tuple[Item, ...]:
    """Return ``count`` of ``items`` (fewer if there are fewer), the same for the same ``seed``.

    First what was never asked, in an order of chance; then the hardest of what was, but the half
    that was asked most recently only after the rest: an item comes back when it was nearly
    forgotten, not the next day. Of one concept at most one, while there are others.
    """
    chance = random.Random(seed)
    unseen = [item for item in items if item.id not in past]
    chance.shuffle(unseen)
    seen = sorted(
        (item for item in items if item.id in past), key=lambda item: past[item.id].last_asked
    )
    # The older half first; of three, two are older.
    half = (len(seen) + 1) // 2
    old, fresh = (
        sorted(part, key=lambda item: (past[item.id].ease, past[item.id].last_asked))
        for part in (seen[:half], seen[half:])
    )
    return _varied([*unseen, *old, *fresh], count)


def _varied(items: Iterable[Item], count: int) -> tuple[Item, ...]:
    first: list[Item] = []
    doubled: list[Item] = []
    concepts: set[str] = set()
    for item in items:
        (doubled if item.concept in concepts else first).append(item)
        concepts.add(item.concept)
    return tuple([*first, *doubled][:count])
