"""All content that was read, and look-ups in it that cost the same however much there is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from bot.content.model import (
    Agenda,
    Concept,
    Figure,
    Item,
    Outside,
    Prompt,
    Reference,
    Topic,
)


class _Numbered(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def number(self) -> int: ...


class _Placed(Protocol):
    @property
    def topic(self) -> str: ...


T = TypeVar("T", bound=_Numbered)


@dataclass(frozen=True)
class Library:
    """Topics by order, concepts in reading order, prompts and items in file order.

    Look-ups by id or number give None for what is not there: a button may be older than the
    content. Number look-ups are for custom ids, which hold only digits.
    """

    topics: tuple[Topic, ...] = ()
    concepts: tuple[Concept, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    items: tuple[Item, ...] = ()

    def topic(self, topic_id: str) -> Topic | None:
        return self._topics.get(topic_id)

    def topic_of(self, value: _Placed) -> Topic:
        """The topic of a concept, an item or a prompt of this library."""
        return self._topics[value.topic]

    def concept(self, concept_id: str) -> Concept | None:
        return self._concepts.get(concept_id)

    def concept_by_number(self, number: int) -> Concept | None:
        return self._concepts_by_number.get(number)

    def prompt(self, prompt_id: str) -> Prompt | None:
        return self._prompts.get(prompt_id)

    def prompt_by_number(self, number: int) -> Prompt | None:
        return self._prompts_by_number.get(number)

    def item(self, item_id: str) -> Item | None:
        return self._items.get(item_id)

    def item_by_number(self, number: int) -> Item | None:
        return self._items_by_number.get(number)

    def items_of(self, concept: Concept) -> tuple[Item, ...]:
        return self._items_of.get(concept.id, ())

    def related_to(self, value: Concept | Prompt) -> tuple[Concept, ...]:
        """Its nearest concepts, nearest first."""
        return tuple(self._concepts[name] for name in value.related)

    def reference(self, reference_id: str) -> Reference | None:
        return self._references.get(reference_id)

    def references_of(self, concept: Concept) -> tuple[Reference, ...]:
        """The linked pages that a concept draws on; the note itself is always a source as well."""
        return tuple(self._references[name] for name in concept.sources)

    def figure_of(self, concept: Concept) -> Figure | None:
        return self._figures[concept.figure] if concept.figure else None

    def agenda_of(self, topic: Topic) -> Agenda | None:
        return topic.agenda

    def is_set_aside(self, item: Item) -> bool:
        """Whether the item's concept says something else than when the item was stamped."""
        return item.stamp is not None and item.stamp != self._stamps[item.concept]

    @cached_property
    def outside(self) -> tuple[Outside, ...]:
        return tuple(entry for topic in self.topics for entry in topic.outside)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        return tuple(entry for topic in self.topics for entry in topic.references)

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _concepts(self) -> Mapping[str, Concept]:
        return _by_id(self.concepts)

    @cached_property
    def _concepts_by_number(self) -> Mapping[int, Concept]:
        return _by_number(self.concepts)

    @cached_property
    def _prompts(self) -> Mapping[str, Prompt]:
        return _by_id(self.prompts)

    @cached_property
    def _prompts_by_number(self) -> Mapping[int, Prompt]:
        return _by_number(self.prompts)

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return _by_id(self.items)

    @cached_property
    def _items_by_number(self) -> Mapping[int, Item]:
        return _by_number(self.items)

    @cached_property
    def _items_of(self) -> Mapping[str, tuple[Item, ...]]:
        gathered: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            gathered[item.concept].append(item)
        return {concept: tuple(items) for concept, items in gathered.items()}

    @cached_property
    def _stamps(self) -> Mapping[str, str]:
        return {concept.id: concept.stamp for concept in self.concepts}

    @cached_property
    def _references(self) -> Mapping[str, Reference]:
        return {entry.id: entry for entry in self.references}

    @cached_property
    def _figures(self) -> Mapping[str, Figure]:
        return {figure.id: figure for topic in self.topics for figure in topic.figures}


def _by_id(values: Iterable[T]) -> Mapping[str, T]:
    return {value.id: value for value in values}


def _by_number(values: Iterable[T]) -> Mapping[int, T]:
    return {value.number: value for value in values}
