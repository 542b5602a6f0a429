"""The shape of quiz.yaml: a list of items of four kinds."""

from collections.abc import Sequence
from typing import Annotated, Literal

from annotated_types import Len
from pydantic import AfterValidator, Field, RootModel, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.fingerprints import STAMP_HEX_DIGITS
from bot.content.limits import MULTIPLE_CHOICES, SINGLE_CHOICES
from bot.content.names import folded
from bot.content.shapes.text import (
    Alias,
    ButtonLabel,
    Explanation,
    Reason,
    Shape,
    ShortKey,
    Slug,
    Stem,
)

Stamp = Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{STAMP_HEX_DIGITS}}}$")]


class ChoiceShape(Shape):
    text: ButtonLabel
    correct: bool = False
    reason: Reason | None = None
    """Why it is wrong; every choice that is not correct needs it."""

    @model_validator(mode="after")
    def _distractor_has_a_reason(self) -> "ChoiceShape":
        if not self.correct and self.reason is None:
            raise PydanticCustomError("no_reason", "no reason", {"choice": self.text.ko})
        return self


Choices = tuple[ChoiceShape, ...]


def _differ(choices: Choices) -> Choices:
    for language in ("ko", "en"):
        seen: set[str] = set()
        for choice in choices:
            text = getattr(choice.text, language)
            if text in seen:
                raise PydanticCustomError("same_choice", "same choice", {"choice": text})
            if text is not None:
                seen.add(text)
    return choices


def _one_is_right(choices: Choices) -> Choices:
    count = sum(choice.correct for choice in choices)
    if count == 0:
        raise PydanticCustomError("no_key", "no key")
    if count > 1:
        raise PydanticCustomError("not_one_key", "several keys", {"count": count})
    return choices


def _some_are_right(choices: Choices) -> Choices:
    count = sum(choice.correct for choice in choices)
    if count == 0:
        raise PydanticCustomError("no_key", "no key")
    if count == len(choices):
        raise PydanticCustomError("all_keys", "all keys")
    return choices


class _ItemShape(Shape):
    id: Slug
    concept: Slug
    """Id of the concept that the item asks about."""
    stem: Stem
    """The question."""
    explanation: Explanation
    """Shown after an answer."""
    stamp: Stamp | None = None
    """Written by `python -m bot content stamp`, never by hand."""


class SingleShape(_ItemShape):
    kind: Literal["single"]
    choices: Annotated[
        Choices, Len(*SINGLE_CHOICES), AfterValidator(_differ), AfterValidator(_one_is_right)
    ]


class MultipleShape(_ItemShape):
    kind: Literal["multiple"]
    choices: Annotated[
        Choices, Len(*MULTIPLE_CHOICES), AfterValidator(_differ), AfterValidator(_some_are_right)
    ]


class TrueFalseShape(_ItemShape):
    kind: Literal["true_false"]
    key: bool
    reason: Reason
    """For who chose the other side: why it is wrong."""


class ShortShape(_ItemShape):
    kind: Literal["short"]
    key: ShortKey
    accept: tuple[Alias, ...] = ()
    """Other right answers."""
    contrast: tuple[Alias, ...] = ()
    """Close to the key, but another thing: never accepted."""

    @model_validator(mode="after")
    def _contrast_is_wrong(self) -> "ShortShape":
        right = {folded(text) for text in _texts(self.key.ko, self.key.en, *self.accept)}
        for text in self.contrast:
            if folded(text) in right:
                raise PydanticCustomError("key_is_contrast", "both", {"value": text})
        return self


def _texts(*texts: str | None) -> Sequence[str]:
    return [text for text in texts if text is not None]


ItemShape = Annotated[
    SingleShape | MultipleShape | TrueFalseShape | ShortShape, Field(discriminator="kind")
]


class OneItemShape(RootModel[ItemShape]):
    """One item of a quiz, so that a fault in one hides no fault in the next."""


class QuizShape(RootModel[tuple[ItemShape, ...]]):
    """The items of a topic."""
