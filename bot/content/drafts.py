"""Content as it was read from its files: fitted into shapes one by one, not yet tied together."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from bot.content.card import CardBody, Parts, card_body, parted
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_BACKGROUND, MAX_ID, SLUG
from bot.content.lined_yaml import Lined, lined
from bot.content.shape_faults import shaped
from bot.content.shapes.agenda import AgendaShape
from bot.content.shapes.concept import ConceptShape
from bot.content.shapes.discussion import DiscussionShape
from bot.content.shapes.quiz import OneItemShape
from bot.content.shapes.topic import TopicShape
from bot.content.source import read_text
from bot.content.tree import AGENDA_FILE, QUIZ_FILE, TOPIC_FILE, TopicFiles

S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Draft(Generic[S]):
    """One file: its plain values with their lines, and its shape where it fits."""

    document: Lined
    shape: S | None


@dataclass(frozen=True, slots=True)
class CardDraft:
    draft: Draft[ConceptShape]
    body: CardBody


@dataclass(frozen=True, slots=True)
class DiscussionDraft:
    draft: Draft[DiscussionShape]
    background: str


@dataclass(frozen=True, slots=True)
class QuizDraft:
    """`items` keep their place in the file; those that do not fit are left out."""

    document: Lined
    items: tuple[tuple[int, OneItemShape], ...]


@dataclass(slots=True)
class TopicDraft:
    """What could be read of a topic. `unread` names the kinds of which a file could not be."""

    folder: Path
    topic: Draft[TopicShape] | None = None
    cards: list[CardDraft] = field(default_factory=list)
    quiz: QuizDraft | None = None
    discussions: list[DiscussionDraft] = field(default_factory=list)
    agenda: Draft[AgendaShape] | None = None
    faults: list[Fault] = field(default_factory=list)
    unread_cards: list[str] = field(default_factory=list)
    unread_discussions: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.folder.resolve().name


def draft_of(files: TopicFiles) -> TopicDraft:
    """Reads every file of a topic, whatever is wrong in the others."""
    draft = TopicDraft(files.folder)
    if not _is_slug(draft.id):
        facts = {"name": draft.id, "limit": MAX_ID}
        draft.faults.append(fault(files.folder, 1, FaultKind.BAD_FOLDER_NAME, **facts))
    if path := files.fixed.get(TOPIC_FILE):
        draft.topic = _yaml(path, TopicShape, draft.faults)
    if path := files.fixed.get(AGENDA_FILE):
        draft.agenda = _yaml(path, AgendaShape, draft.faults)
    if path := files.fixed.get(QUIZ_FILE):
        draft.quiz = _quiz(path, draft.faults)
    for path in files.concepts:
        if card := _card(path, draft.faults):
            draft.cards.append(card)
        else:
            draft.unread_cards.append(path.stem)
    for path in files.discussions:
        if discussion := _discussion(path, draft.faults):
            draft.discussions.append(discussion)
        else:
            draft.unread_discussions.append(path.stem)
    return draft


def _is_slug(name: str) -> bool:
    return len(name) <= MAX_ID and re.fullmatch(SLUG, name) is not None


def agenda_draft(text: str, path: Path) -> tuple[Draft[AgendaShape] | None, list[Fault]]:
    """An agenda from elsewhere than a topic's folder; `path` is what faults call it."""
    document, faults = lined(text, path)
    return (_fitted(document, AgendaShape, faults) if document else None), faults


def _document(path: Path, faults: list[Fault]) -> Lined | None:
    text, found = read_text(path)
    faults += found
    if text is None:
        return None
    document, found = lined(text, path)
    faults += found
    return document


def _yaml(path: Path, shape: type[S], faults: list[Fault]) -> Draft[S] | None:
    document = _document(path, faults)
    return _fitted(document, shape, faults) if document else None


def _fitted(document: Lined, shape: type[S], faults: list[Fault]) -> Draft[S]:
    value, found = shaped(document, shape, document.value)
    faults += found
    return Draft(document, value)


def _quiz(path: Path, faults: list[Fault]) -> QuizDraft | None:
    document = _document(path, faults)
    if document is None:
        return None
    if not isinstance(document.value, list):
        faults.append(fault(path, document.line(), FaultKind.NOT_A_LIST, key=QUIZ_FILE))
        return QuizDraft(document, ())
    items: list[tuple[int, OneItemShape]] = []
    for at, value in enumerate(document.value):
        item, found = shaped(document, OneItemShape, value, (at,))
        faults += found
        if item is not None:
            items.append((at, item))
    return QuizDraft(document, tuple(items))


def _parts(path: Path, faults: list[Fault]) -> tuple[Parts, Lined] | None:
    text, found = read_text(path)
    faults += found
    if text is None:
        return None
    parts, found = parted(text, path)
    faults += found
    if parts is None:
        return None
    document, found = lined(parts.front, path, first_line=2)
    faults += found
    return (parts, document) if document else None


def _card(path: Path, faults: list[Fault]) -> CardDraft | None:
    read = _parts(path, faults)
    if read is None:
        return None
    parts, document = read
    body, found = card_body(parts, path)
    faults += found
    return CardDraft(_fitted(document, ConceptShape, faults), body)


def _discussion(path: Path, faults: list[Fault]) -> DiscussionDraft | None:
    read = _parts(path, faults)
    if read is None:
        return None
    parts, document = read
    background = parts.body.strip()
    if not background:
        faults.append(fault(path, parts.body_line, FaultKind.NO_BACKGROUND))
    if len(background) > MAX_BACKGROUND:
        facts = {"key": "배경", "length": len(background), "limit": MAX_BACKGROUND}
        faults.append(fault(path, parts.body_line, FaultKind.TOO_LONG, **facts))
    return DiscussionDraft(_fitted(document, DiscussionShape, faults), background)
