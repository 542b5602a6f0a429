"""Frozen values of answering: what was asked, and what the notes have for it."""

from dataclasses import dataclass

MAX_RANKED = 10
MAX_NEAR = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What a member typed; `previous` is what it may go on from: a question, or a name."""

    text: str
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A concept's id and its fused score (higher fits better; comparable within one finding)."""

    concept: str
    score: float


@dataclass(frozen=True, slots=True)
class Why:
    """What made the choice, for moderators; every field is about the concept ranked first."""

    name: str | None = None  # the title or alias recognised in the question
    words: tuple[str, ...] = ()  # words of the question that the concept's text has
    unknown: tuple[str, ...] = ()  # words of the question that no note has
    example: str | None = None  # the nearest stored way of asking (`asked_as`)
    example_likeness: float = 0.0  # 0..1
    characters: float = 0.0  # 0..1, likeness of the question's letters to the card's text
    meaning: float | None = None  # 0..1 from an embedding model, None where there is none
    outside: str | None = None  # the neighbour, declared as not covered, that fits as well
    taught: str | None = None  # the phrase that this server's moderators taught, if one decided
    read_as: str = ""  # the question after repair (keyboard, jamo, follow-up)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one question; at most one of `concept` and `prompt` is set.

    `confidence` (0..1) rises with the probability that the notes cover the question, whether or
    not it was enough to answer. `ranked` has up to ten concepts, best first, also on abstaining.
    """

    concept: str | None  # id of the concept that answers; None: abstain
    prompt: str | None  # id of the discussion prompt that asks this very question
    compared: tuple[str, str] | None  # two concepts to show side by side
    section: int | None  # index of the section that fits best, if one does
    confidence: float
    ranked: tuple[Ranked, ...]
    near: tuple[str, ...]  # on abstaining: up to three concepts, only if truly near
    reference: str | None  # on abstaining: a reference whose title names what was asked
    why: Why

    @property
    def answered(self) -> bool:
        """Whether a concept answers (a prompt is no answer)."""
        return self.concept is not None
