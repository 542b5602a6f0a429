"""What was asked, by whom and where, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.answers.model import Finding
from bot.answers.notes import Edition
from bot.discord_ui.refusals import Refusal
from bot.ids import GuildId, MemberId, Place


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    PROMPT = "prompt"
    GAP = "gap"


class Verdict(StrEnum):
    """What a member thinks of an answer."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its outcome; ``concept``, ``prompt``, ``compared`` are the content's ids.

    ``previous`` is what it was read as going on from.
    """

    place: Place
    member: MemberId
    text: str
    outcome: Outcome
    concept: str | None
    prompt: str | None
    confidence: float
    at: datetime
    compared: tuple[str, str] | None = None
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question, and the number under which the question is kept."""

    number: int
    text: str
    finding: Finding
    edition: Edition
    in_server: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What a member thinks of the answer to a question, said in ``guild`` (None: privately)."""

    question: int
    guild: GuildId | None
    member: MemberId
    verdict: Verdict
    at: datetime


@dataclass
class QuestionGone(Refusal):
    """The question that a button belongs to is no longer kept, or is another server's."""


@dataclass
class ConceptGone(Refusal):
    """The concept that a button shows is no longer in the notes."""


@dataclass
class PromptGone(Refusal):
    """The discussion prompt that a button shows is no longer in the notes."""


@dataclass
class NothingAsked(Refusal):
    """The question is empty."""
