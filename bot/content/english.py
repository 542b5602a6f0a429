"""Which texts are in Korean alone: content that ships with the bot is in both languages."""

from collections.abc import Iterator

from pydantic import BaseModel, RootModel

from bot.content.drafts import TopicDraft
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.lined_yaml import Lined, Place
from bot.content.shapes.text import Text


def english_faults(draft: TopicDraft) -> Iterator[Fault]:
    for fitted in (draft.topic, draft.agenda):
        if fitted and fitted.shape:
            yield from _faults(fitted.document, fitted.shape, ())
    for card in draft.cards:
        if shape := card.draft.shape:
            yield from _faults(card.draft.document, shape, ())
            if shape.short_en is None:
                yield _missing(card.draft.document, ("short_en",))
    for discussion in draft.discussions:
        if prompt := discussion.draft.shape:
            yield from _faults(discussion.draft.document, prompt, ())
            if prompt.background_en is None:
                yield _missing(discussion.draft.document, ("background_en",))
    if draft.quiz:
        for at, item in draft.quiz.items:
            yield from _faults(draft.quiz.document, item.root, (at,))


def _faults(document: Lined, value: object, place: Place) -> Iterator[Fault]:
    if isinstance(value, Text):
        if value.en is None:
            yield _missing(document, place)
    elif isinstance(value, RootModel):
        yield from _faults(document, value.root, place)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _faults(document, getattr(value, name), (*place, name))
    elif isinstance(value, tuple):
        for at, entry in enumerate(value):
            yield from _faults(document, entry, (*place, at))


def _missing(document: Lined, place: Place) -> Fault:
    key = next((part for part in reversed(place) if isinstance(part, str)), "-")
    return fault(document.path, document.line(*place), FaultKind.MISSING_ENGLISH, key=key)
