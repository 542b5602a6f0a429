"""How well something is remembered, and when it is nearly forgotten (FSRS, by whole days)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import IntEnum, StrEnum
from typing import Self
from zoneinfo import ZoneInfo

import fsrs

from bot.ids import GuildId, MemberId
from bot.quiz.model import Sureness

# Chance of still knowing it on the day it comes back; FSRS's own recommendation.
RETENTION = 0.9
MAX_DAYS = 365
# Steps of minutes are for people who sit down to cram. Here each item comes at most once a day,
# and chance is left out of the intervals, so that the same answers give the same days.
_SCHEDULER = fsrs.Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=MAX_DAYS,
    enable_fuzzing=False,
)
_NOON = time(12)


class Grade(IntEnum):
    """How well an answer shows that it is remembered; the numbers are FSRS's ratings."""

    FORGOTTEN = fsrs.Rating.Again.value
    SHAKY = fsrs.Rating.Hard.value
    KNOWN = fsrs.Rating.Good.value


def grade_of(sureness: Sureness | None, *, is_right: bool) -> Grade:
    """Return what an answer is worth: see docs/decisions on grading by sureness.

    A right guess was not remembered. FSRS's "easy" is never given: picking from a list is easier
    than recalling, so it would push items too far away.
    """
    if not is_right or sureness is Sureness.GUESS:
        return Grade.FORGOTTEN
    return Grade.SHAKY if sureness is Sureness.UNSURE else Grade.KNOWN


@dataclass(frozen=True, slots=True)
class Memory:
    """FSRS's state of one item for one member; days are days in the server's zone.

    Attributes:
        stability: days until the chance of knowing it has fallen to nine in ten.
        difficulty: 1 (easy) to 10.
        due: the day on which it is asked again.
    """

    stability: float
    difficulty: float
    reviewed: date
    due: date

    @classmethod
    def first(cls, grade: Grade, day: date) -> Self:
        """Return the memory that a first answer on ``day`` leaves."""
        return cls._of(fsrs.Card(card_id=0, step=0, due=_noon(day)), grade, day)

    def graded(self, grade: Grade, day: date) -> Self:
        """Return the memory after another answer, on ``day``."""
        card = fsrs.Card(
            card_id=0,
            state=fsrs.State.Review,
            stability=self.stability,
            difficulty=self.difficulty,
            due=_noon(self.due),
            last_review=_noon(self.reviewed),
        )
        return self._of(card, grade, day)

    @classmethod
    def _of(cls, card: fsrs.Card, grade: Grade, day: date) -> Self:
        after, _ = _SCHEDULER.review_card(card, fsrs.Rating(grade), _noon(day))
        if after.stability is None or after.difficulty is None:
            raise TypeError("FSRS left a reviewed card without a state")
        return cls(after.stability, after.difficulty, day, after.due.date())


class Origin(StrEnum):
    """Where an answer was given."""

    DAILY = "daily"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answer as far as memory goes; ``number``: of the asked item, or of the turn."""

    origin: Origin
    number: int
    item: str
    grade: Grade
    at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """What one member remembers of one item.

    Attributes:
        before: the memory before ``last``, from which that is graded again if it changes: how sure
            a member was is told after the answer, and moderators may accept it later.
    """

    guild: GuildId
    member: MemberId
    memory: Memory
    last: Reviewed
    before: Memory | None = None

    @property
    def item(self) -> str:
        """Return the content's id of the item."""
        return self.last.item


def reviewed(
    card: Card | None, guild: GuildId, member: MemberId, review: Reviewed, zone: ZoneInfo
) -> Card:
    """Return the card after ``review``; ``card`` itself where that is nothing new.

    The same review with another grade takes the place of what it was; one that is older than the
    last is passed over.
    """
    day = review.at.astimezone(zone).date()
    if card is None:
        return Card(guild, member, Memory.first(review.grade, day), review)
    if (card.last.origin, card.last.number) == (review.origin, review.number):
        if card.last.grade is review.grade:
            return card
        return replace(card, memory=_after(card.before, review.grade, day), last=review)
    if review.at <= card.last.at:
        return card
    return replace(
        card, memory=_after(card.memory, review.grade, day), last=review, before=card.memory
    )


def _after(memory: Memory | None, grade: Grade, day: date) -> Memory:
    return memory.graded(grade, day) if memory else Memory.first(grade, day)


def _noon(day: date) -> datetime:
    # FSRS counts whole days between moments; the same hour each day makes them calendar days.
    return datetime.combine(day, _NOON, UTC)
