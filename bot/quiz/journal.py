"""What a look back at the daily quiz sees: who answered what, on which days there was a quiz."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.content.model import Text
from bot.ids import GuildId, MemberId
from bot.quiz.model import Sureness

# A member in a server.
Who = tuple[GuildId, MemberId]


@dataclass(frozen=True, slots=True)
class Entry:
    """A member's first answer, with what it was about.

    Attributes:
        asked: the asked item's number; ``item`` is the content's id.
        concept: the concept's number.
        day: the quiz's day in the server's zone.
        is_told: whether the member may know by now if it was right.
    """

    asked: int
    item: str
    topic: str
    concept: int
    concept_title: Text
    day: date
    is_right: bool
    is_told: bool
    at: datetime
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True)
class QuizDay:
    """A day on which a server was asked something; ``is_open``: it still takes answers."""

    day: date
    is_open: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How many items a member answered in a span of days, and how many were right."""

    answers: int
    right: int
