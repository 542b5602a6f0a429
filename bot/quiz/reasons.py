"""Why an answer was taken or not: facts only; `verdict.py` has them said in words."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Each has a sentence in every language, named `marked-<value>`."""

    EXACT = "exact"
    SAME_SPELLING = "same-spelling"  # up to case, spacing, particles, plural, article
    ALIAS = "alias"
    SAME_NUMBER = "same-number"
    SAME_SOUND = "same-sound"
    TYPO = "typo"
    OTHER_KEYBOARD = "other-keyboard"
    IN_SENTENCE = "in-sentence"

    EMPTY = "empty"
    NO_WORDS = "no-words"
    TOO_LONG = "too-long"
    DONT_KNOW = "dont-know"
    COPIED = "copied"
    NEGATED = "negated"
    SEVERAL = "several"
    CONTRAST = "contrast"
    OTHER_NUMBER = "other-number"
    PART = "part"
    MORE = "more"
    CLOSE = "close"
    OTHER = "other"


RIGHT = frozenset(
    {
        *(Why.EXACT, Why.SAME_SPELLING, Why.ALIAS, Why.SAME_NUMBER, Why.SAME_SOUND),
        *(Why.TYPO, Why.OTHER_KEYBOARD, Why.IN_SENTENCE),
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """`name` is the key, alias or contrast that the answer was found to be, or to be near."""

    why: Why
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict on one answer."""

    correct: bool
    reason: Reason

    @classmethod
    def of(cls, why: Why, name: str = "") -> "Mark":
        """The verdict that `why` stands for."""
        return cls(why in RIGHT, Reason(why, name))
