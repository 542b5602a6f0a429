"""A member's record: days in a row, right by topic, weak and strong concepts, sureness (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.content.library import Library
from bot.content.model import Text
from bot.quiz.model import Sureness
from bot.quiz.tally import percent
from bot.review.model import Done
from bot.review.streak import Streak

# Only the last answers tell how well a concept is known now.
RECENT = 5
MAX_CONCEPTS = 3
MAX_TOPICS = 6
# In hundredths. One right answer may be luck, so "strong" needs two.
WEAK_BELOW = 60
STRONG_FROM = 80
STRONG_ANSWERS = 2


@dataclass(frozen=True, slots=True)
class Share:
    """So many of ``answers`` were ``right``."""

    answers: int
    right: int

    @property
    def percent(self) -> int:
        """Return how many of a hundred were right; 0 where there is no answer."""
        return percent(self.right, self.answers)

    @property
    def ease(self) -> float:
        """Return the share drawn towards a half while answers are few (Laplace's succession)."""
        return (self.right + 1) / (self.answers + 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A topic or a concept with how it went."""

    title: Text
    share: Share


@dataclass(frozen=True, slots=True)
class Record:
    """What ``/me`` shows. ``sure``: of the answers that were called sure; ``due``: for today."""

    streak: Streak
    total: Share
    topics: tuple[Named, ...]
    weak: tuple[Named, ...]
    strong: tuple[Named, ...]
    sure: Share
    due: int


def record_of(done: Sequence[Done], library: Library, streak: Streak, due: int) -> Record:
    """Return the record of a member who answered ``done`` (oldest first).

    An item that left the notes counts in the total, but is of no topic any more.
    """
    by_topic: dict[str, list[Done]] = {}
    by_concept: dict[str, list[Done]] = {}
    for each in done:
        item = library.item(each.item)
        if item is not None:
            by_topic.setdefault(item.topic, []).append(each)
            by_concept.setdefault(item.concept, []).append(each)
    topics = [
        Named(topic.title, share_of(by_topic[topic.id]))
        for topic in library.topics
        if topic.id in by_topic
    ]
    concepts = []
    for name, answers in by_concept.items():
        concept = library.concept(name)
        if concept is not None:
            concepts.append(Named(concept.title, share_of(answers[-RECENT:])))
    return Record(
        streak=streak,
        total=share_of(done),
        topics=tuple(topics[-MAX_TOPICS:]),
        weak=_weak(concepts),
        strong=_strong(concepts),
        sure=share_of(each for each in done if each.sureness is Sureness.SURE),
        due=due,
    )


def share_of(done: Iterable[Done]) -> Share:
    """Count how many of ``done`` were right."""
    verdicts = [each.is_right for each in done]
    return Share(len(verdicts), sum(verdicts))


def _weak(concepts: Iterable[Named]) -> tuple[Named, ...]:
    weak = [each for each in concepts if each.share.percent < WEAK_BELOW]
    return tuple(sorted(weak, key=lambda each: (each.share.ease, each.title.ko))[:MAX_CONCEPTS])


def _strong(concepts: Iterable[Named]) -> tuple[Named, ...]:
    strong = [
        each
        for each in concepts
        if each.share.percent >= STRONG_FROM and each.share.answers >= STRONG_ANSWERS
    ]
    return tuple(sorted(strong, key=lambda each: (-each.share.ease, each.title.ko))[:MAX_CONCEPTS])
