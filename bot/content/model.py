"""The values that content is made of: concepts, items, discussion prompts, agendas."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NewType

from bot.content.fingerprints import number_of, stamp_of

TopicId = NewType("TopicId", str)
ConceptId = NewType("ConceptId", str)
ItemId = NewType("ItemId", str)
PromptId = NewType("PromptId", str)
ReferenceId = NewType("ReferenceId", str)
FigureId = NewType("FigureId", str)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Korean, and in English where it was written."""

    ko: str
    en: str | None = None

    def into(self, language: str) -> str:
        """The text in `language` ("ko", "en", "en-GB"); Korean where English is missing."""
        if language.partition("-")[0] == "en" and self.en:
            return self.en
        return self.ko


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a card, in Markdown (Korean)."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A concept that is easily taken for this one, and the line that tells them apart."""

    concept: ConceptId
    line: Text


@dataclass(frozen=True, slots=True)
class Reference:
    """A page that the note links to."""

    id: ReferenceId
    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A PNG of ours with the words that stand for it."""

    id: FigureId
    file: Path
    alt: Text


@dataclass(frozen=True, slots=True)
class Outside:
    """A neighbour that the notes do not cover."""

    names: tuple[str, ...]
    near: tuple[ConceptId, ...] = ()
    reference: ReferenceId | None = None
    asked_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One card: what a thing is, how people ask for it, and where it is said."""

    id: ConceptId
    topic: TopicId
    title: Text
    short: Text
    sections: tuple[Section, ...] = ()
    aliases_ko: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    asked_as: tuple[str, ...] = ()
    related: tuple[ConceptId, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    sources: tuple[ReferenceId, ...] = ()
    figure: FigureId | None = None
    path: Path = Path()

    @property
    def number(self) -> int:
        return number_of("concept", self.topic, self.id)

    @property
    def aliases(self) -> tuple[str, ...]:
        return self.aliases_ko + self.aliases_en

    @property
    def stamp(self) -> str:
        """Changes when the title or the body says something else, and only then."""
        sections = (part for section in self.sections for part in (section.heading, section.body))
        return stamp_of(self.title.ko, self.title.en or "", self.short.ko, *sections)


class ItemKind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Choice:
    """A key or a distractor of a choice item; a distractor says why it is wrong."""

    text: Text
    is_correct: bool = False
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A quiz item. Which of the later fields are filled depends on the kind:

    single, multiple: `choices` · true_false: `truth`, `reason` ·
    short: `key`, `accept`, `contrast`.
    """

    id: ItemId
    topic: TopicId
    concept: ConceptId
    kind: ItemKind
    stem: Text
    explanation: Text
    choices: tuple[Choice, ...] = ()
    truth: bool | None = None
    reason: Text | None = None
    key: Text | None = None
    accept: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    stamp: str | None = None

    @property
    def number(self) -> int:
        return number_of("item", self.topic, self.id)


class PromptKind(StrEnum):
    DEBATE = "debate"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class Stance:
    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class PromptField:
    """A line that the reason's form asks for besides the reason."""

    id: str
    label: Text
    required: bool
    max_length: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to talk about: a debate with stances, or an exchange of experience."""

    id: PromptId
    topic: TopicId
    kind: PromptKind
    title: Text
    question: Text
    background: Text
    stances: tuple[Stance, ...]
    several: bool = False
    fields: tuple[PromptField, ...] = ()
    follow_ups: tuple[Text, ...] = ()
    asked_as: tuple[str, ...] = ()
    related: tuple[ConceptId, ...] = ()
    path: Path = Path()

    @property
    def number(self) -> int:
        return number_of("prompt", self.topic, self.id)


class StepKind(StrEnum):
    OPENING = "opening"
    CONCEPTS = "concepts"
    QUIZ = "quiz"
    DISCUSSION = "discussion"
    TALK = "talk"
    BREAK = "break"
    WRAP_UP = "wrap_up"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a session; `items` is how many quiz items are asked."""

    kind: StepKind
    minutes: int
    title: Text
    concepts: tuple[ConceptId, ...] = ()
    items: int | None = None
    prompt: PromptId | None = None
    question: Text | None = None
    moves_by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    title: Text
    goal: Text
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    title: Text
    concepts: tuple[ConceptId, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A folder of content: one note, in chapters. `note` is how the note is named as a source."""

    id: TopicId
    title: Text
    order: int
    note: Text
    chapters: tuple[Chapter, ...]
    references: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()
    outside: tuple[Outside, ...] = ()
    agenda: Agenda | None = None
    path: Path = Path()
