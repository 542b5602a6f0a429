"""The shape of the settings at the top of a discussion, discussions/<id>.md."""

from typing import Annotated, Literal

from annotated_types import Len, MaxLen
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bot.content.limits import (
    MAX_BACKGROUND,
    MAX_FIELDS,
    MAX_RELATED,
    MAX_TEXT_INPUT,
    STANCES,
)
from bot.content.shapes.text import (
    Asked,
    ButtonLabel,
    ModalLabel,
    Question,
    Shape,
    Slug,
    ThreadName,
)


class StanceShape(Shape):
    id: Slug
    label: ButtonLabel


class FieldShape(Shape):
    id: Slug
    label: ModalLabel
    required: bool = False
    max_length: Annotated[int, Field(ge=1, le=MAX_TEXT_INPUT)] = 80


def _stances_differ(stances: tuple[StanceShape, ...]) -> tuple[StanceShape, ...]:
    if twice := _first_repeated([stance.id for stance in stances]):
        raise PydanticCustomError("repeated_stance", "repeated", {"id": twice})
    return stances


def _fields_differ(fields: tuple[FieldShape, ...]) -> tuple[FieldShape, ...]:
    if twice := _first_repeated([field.id for field in fields]):
        raise PydanticCustomError("repeated_field", "repeated", {"id": twice})
    return fields


def _first_repeated(ids: list[str]) -> str | None:
    return next((name for at, name in enumerate(ids) if name in ids[:at]), None)


class DiscussionShape(Shape):
    id: Slug
    """The same as the file's name."""
    kind: Literal["debate", "experience"]
    title: ThreadName
    question: Question
    asked_as: tuple[Asked, ...] = ()
    """How people ask it."""
    related: Annotated[tuple[Slug, ...], MaxLen(MAX_RELATED)] = ()
    """Concepts to read before."""
    stances: Annotated[tuple[StanceShape, ...], Len(*STANCES), AfterValidator(_stances_differ)]
    several: bool = False
    """Whether a member may choose several stances."""
    fields: Annotated[
        tuple[FieldShape, ...], MaxLen(MAX_FIELDS), AfterValidator(_fields_differ)
    ] = ()
    """What the form asks besides the reason."""
    follow_ups: tuple[Question, ...] = ()
    """Asked in order when the thread falls quiet."""
    background_en: (
        Annotated[str, StringConstraints(min_length=1, max_length=MAX_BACKGROUND)] | None
    ) = None
    """The background in English."""
