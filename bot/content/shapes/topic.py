"""The shape of topic.yaml."""

from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from bot.content.shapes.text import Alias, Alt, Asked, Shape, Slug, Text, Title, Url


class ChapterShape(Shape):
    title: Title
    concepts: Annotated[tuple[Slug, ...], MinLen(1)]
    """Ids of concepts, in reading order."""


class ReferenceShape(Shape):
    id: Slug
    title: Text
    """What the page is about."""
    url: Url


class FigureShape(Shape):
    id: Slug
    file: Annotated[
        str, Field(min_length=5, json_schema_extra={"pattern": r"^figures/[^/]+\.png$"})
    ]
    alt: Alt


class OutsideShape(Shape):
    """A neighbour that the notes do not cover."""

    names: Annotated[tuple[Alias, ...], MinLen(1)]
    near: tuple[Slug, ...] = ()
    """The nearest concepts."""
    reference: Slug | None = None
    """A reference whose title names it."""
    asked_as: tuple[Asked, ...] = ()


class TopicShape(Shape):
    title: Title
    order: Annotated[int, Field(ge=0, le=10_000)]
    """Place among the topics."""
    note: Title
    """How the note is named as a source."""
    chapters: Annotated[tuple[ChapterShape, ...], MinLen(1)]
    """Every concept of the folder stands in exactly one chapter."""
    references: tuple[ReferenceShape, ...] = ()
    figures: tuple[FigureShape, ...] = ()
    outside: tuple[OutsideShape, ...] = ()
