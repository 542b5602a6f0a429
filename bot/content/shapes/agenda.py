"""The shape of agenda.yaml: the steps of a session."""

from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import Field

from bot.content.limits import MAX_STEP_ITEMS, MAX_STEP_MINUTES
from bot.content.shapes.text import Goal, Question, Shape, Slug, Title


class _StepShape(Shape):
    minutes: Annotated[int, Field(ge=1, le=MAX_STEP_MINUTES)]
    title: Title
    moves_by_itself: bool = False
    """Whether the next step starts when the minutes are over."""


class PlainStepShape(_StepShape):
    kind: Literal["opening", "break", "wrap_up"]


class ConceptsStepShape(_StepShape):
    kind: Literal["concepts"]
    concepts: Annotated[tuple[Slug, ...], MinLen(1)]


class QuizStepShape(_StepShape):
    kind: Literal["quiz"]
    items: Annotated[int, Field(ge=1, le=MAX_STEP_ITEMS)]
    """How many items are asked."""


class DiscussionStepShape(_StepShape):
    kind: Literal["discussion"]
    prompt: Slug


class TalkStepShape(_StepShape):
    kind: Literal["talk"]
    question: Question


StepShape = Annotated[
    PlainStepShape | ConceptsStepShape | QuizStepShape | DiscussionStepShape | TalkStepShape,
    Field(discriminator="kind"),
]


class AgendaShape(Shape):
    title: Title
    goal: Goal
    steps: Annotated[tuple[StepShape, ...], MinLen(1)]
