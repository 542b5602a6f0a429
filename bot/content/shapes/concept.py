"""The shape of the settings at the top of a card, concepts/<id>.md."""

from typing import Annotated

from annotated_types import MaxLen
from pydantic import StringConstraints

from bot.content.limits import MAX_RELATED, MAX_SHORT_ANSWER
from bot.content.shapes.text import Alias, Asked, Line, Shape, Slug, Title


class AliasesShape(Shape):
    ko: tuple[Alias, ...] = ()
    en: tuple[Alias, ...] = ()


class ContrastShape(Shape):
    id: Slug
    line: Line
    """The sentence that tells the two apart."""


class ConceptShape(Shape):
    id: Slug
    """The same as the file's name."""
    title: Title
    aliases: AliasesShape = AliasesShape()
    """Other names; a name belongs to one concept only."""
    asked_as: tuple[Asked, ...] = ()
    """How people ask for it."""
    related: Annotated[tuple[Slug, ...], MaxLen(MAX_RELATED)] = ()
    """Concepts to read on, nearest first."""
    contrast: tuple[ContrastShape, ...] = ()
    """Concepts that are easily taken for this one."""
    sources: tuple[Slug, ...] = ()
    """Ids of references in topic.yaml."""
    figure: Slug | None = None
    """Id of a figure in topic.yaml."""
    short_en: (
        Annotated[str, StringConstraints(min_length=1, max_length=MAX_SHORT_ANSWER)] | None
    ) = None
    """The short answer in English."""
