"""What speaks for each subject of a library as the answer to a question, as a few numbers."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, fields
from functools import cache
from heapq import nlargest
from operator import attrgetter
from typing import TYPE_CHECKING, Self

import numpy as np

from bot.answers.cards import Kind, Subject
from bot.answers.comparisons import Comparisons
from bot.answers.lexicon import Lexicon, cut
from bot.answers.meaning import Meaning
from bot.answers.naming import Names, Naming, longest
from bot.answers.reading import Reading, read_question, read_stored, terms_of
from bot.answers.space import Space

if TYPE_CHECKING:
    from bot.answers.embedder import Embed, Vectors

IN_SENTENCES = 0.6  # a word that only a card's body has speaks less for it than one people ask with
GROUP_SHARE = 0.5  # ... and a word of like meaning less than the word itself
MAX_NEAREST = 100  # subjects by words, and as many by meaning, that are looked at closely


@dataclass(slots=True)
class Evidence:
    """Numbers from 0 to 1 about one subject."""

    name: float = 0.0  # share of the question that is this subject's name
    longest_name: float = 0.0  # the same, unless the name is part of a longer name
    characters: float = 0.0  # likeness of letter runs to the nearest name or way of asking
    words: float = 0.0  # the same in whole words and their groups of meaning
    few_characters: float = 0.0  # the same to the nearest few, together
    few_words: float = 0.0
    body_characters: float = 0.0  # likeness to the nearest sentence of the card
    body_words: float = 0.0
    asked_cover: float = 0.0  # share of the question's words that names or ways of asking have
    cover: float = 0.0  # the same, body included
    meaning: float = 0.0  # likeness of meaning to the nearest name or way of asking, by a model
    few_meaning: float = 0.0  # the same to the nearest few, together
    body_meaning: float = 0.0  # the same to the nearest sentence of the card
    example: int = -1  # place of the nearest name or way of asking in `Judge.asked`

    def numbers(self) -> tuple[float, ...]:
        """The values of `NUMBERS`."""
        values: tuple[float, ...] = _numbers_of(self)
        return values


NUMBERS = tuple(field.name for field in fields(Evidence) if field.name != "example")
_numbers_of = attrgetter(*NUMBERS)


def _roughly(found: tuple[int, Evidence]) -> float:
    return sum(found[1].numbers())


class Judge:
    """Collects the evidence for all subjects of a library at once."""

    def __init__(self, subjects: Sequence[Subject], embed: "Embed | None" = None) -> None:
        """Read all subjects; with ``embed``, their meaning too (some 20 ms a new text)."""
        self.subjects = subjects
        cut_once = cache(cut)  # each text is read twice, and cutting it takes longest
        self.lexicon = Lexicon(subjects, cut_once)
        self.names = Names(subjects)
        asked = [
            (owner, text, reading)
            for owner, subject in enumerate(subjects)
            for text in (*subject.names, *subject.examples)
            if not self.names.belongs_to_another(
                (reading := read_stored(text, cut_once)).key, owner
            )
        ]
        body = [
            (owner, read_stored(text, cut_once))
            for owner, subject in enumerate(subjects)
            for text in subject.sentences
        ]
        self.asked = [text for _, text, _ in asked]
        self.comparisons = Comparisons(
            self.names, subjects, ((owner, reading) for owner, _, reading in asked)
        )
        self._characters = Space((owner, reading.characters) for owner, _, reading in asked)
        self._words = Space((owner, reading.words) for owner, _, reading in asked)
        self._body_characters = Space((owner, reading.characters) for owner, reading in body)
        self._body_words = Space((owner, reading.words) for owner, reading in body)
        covered = np.array([one.kind is not Kind.OUTSIDE for one in subjects], dtype=bool)
        self._covered = frozenset(
            term for space in (self._words, self._body_words) for term in space.terms_of(covered)
        )
        self._meaning = None
        if embed is not None:
            sentences = [
                (owner, text) for owner, one in enumerate(subjects) for text in one.sentences
            ]
            named = [(owner, text) for owner, text, _ in asked]
            self._meaning = Meaning(embed, named, sentences, len(subjects))
        self._vectors: Mapping[str, Vectors] = {}
        # Wordings that were looked for among the vectors and not found.
        self.unheard: set[str] = set()

    @property
    def has_meaning(self) -> bool:
        """Whether questions can be compared by meaning, given their vectors."""
        return self._meaning is not None

    def hearing(self, vectors: "Mapping[str, Vectors]") -> Self:
        """The same judge, which knows these wordings' vectors, and notes which it lacks."""
        heard = copy(self)
        heard._vectors = vectors
        heard.unheard = set()
        return heard

    def read(self, text: str) -> Reading:
        """The question with its words as this library writes them."""
        return read_question(text, self.lexicon)

    def shares(self, reading: Reading) -> list[float]:
        """How much of the question each word is, together 1; rare and unknown words count more.

        A name of several words counts as one word: what is left beside it weighs the same beside
        "Docker" and beside "Docker image".
        """
        weights = [self._words.rarity(word) for word in reading.content]
        for naming in longest(self.names.found_in(reading)):
            inside = weights[naming.start : naming.end]
            scale = max(inside) / sum(inside)
            weights[naming.start : naming.end] = [weight * scale for weight in inside]
        total = sum(weights)
        return [weight / total for weight in weights]

    def is_covered(self, term: str) -> bool:
        """Whether a concept or a prompt, not just an outside neighbour, has the term."""
        return term in self._covered

    def is_known(self, term: str) -> bool:
        """Whether anything in the library has the term."""
        return term in self._words or term in self._body_words

    def is_asked_with(self, owner: int, term: str) -> bool:
        """Whether a subject's names or ways of asking have the term."""
        return owner in self._words.owners_with(term)

    def has(self, owner: int, term: str) -> bool:
        """Whether a subject's own texts have the term."""
        return self.is_asked_with(owner, term) or owner in self._body_words.owners_with(term)

    def evidence(self, reading: Reading) -> dict[int, Evidence]:
        """Evidence by subject; subjects without any are missing."""
        found: dict[int, Evidence] = {}
        characters, terms = reading.characters, reading.words
        alike = self._characters.likest(characters, together=True)
        for owner, (value, place, few) in alike.items():
            here = found.setdefault(owner, Evidence())
            here.characters, here.example, here.few_characters = value, place, few
        for owner, (value, _, few) in self._words.likest(terms, together=True).items():
            here = found.setdefault(owner, Evidence())
            here.words, here.few_words = value, few
        for owner, (value, *_) in self._body_characters.likest(characters).items():
            found.setdefault(owner, Evidence()).body_characters = value
        for owner, (value, *_) in self._body_words.likest(terms).items():
            found.setdefault(owner, Evidence()).body_words = value
        if len(found) > MAX_NEAREST:
            found = dict(nlargest(MAX_NEAREST, found.items(), key=_roughly))
        self._add_names(reading, found)
        self._add_cover(reading, found)
        self._add_meaning(reading, found)
        return found

    def hears(self, reading: Reading) -> bool:
        """Whether the meaning of a reading is known."""
        if self._meaning is None or not reading.content:
            return False
        lacking = [wording for wording in reading.wordings if wording not in self._vectors]
        self.unheard.update(lacking)
        return not lacking

    def _add_meaning(self, reading: Reading, found: dict[int, Evidence]) -> None:
        if self._meaning is None or not self.hears(reading):
            return
        heard = np.stack([self._vectors[wording] for wording in reading.wordings])
        asked, few, body = self._meaning.likest(heard)
        # A subject that shares no letter with the question can be what it means.
        count = min(MAX_NEAREST, len(asked))
        for owner in np.argsort(-asked)[:count]:
            found.setdefault(int(owner), Evidence())
        for owner, here in found.items():
            here.meaning, here.few_meaning = float(asked[owner]), float(few[owner])
            here.body_meaning = float(body[owner])

    def _add_names(self, reading: Reading, found: dict[int, Evidence]) -> None:
        shares = self.shares(reading)
        namings: list[Naming] = self.names.found_in(reading)
        chosen = longest(namings)
        for naming in namings:
            share = sum(shares[naming.start : naming.end])
            for owner in naming.owners:
                here = found.setdefault(owner, Evidence())
                here.name = max(here.name, share)
                if naming in chosen:
                    here.longest_name = max(here.longest_name, share)

    def _add_cover(self, reading: Reading, found: dict[int, Evidence]) -> None:
        for word, share in zip(reading.content, self.shares(reading), strict=True):
            asked: dict[int, float] = {}
            written: dict[int, float] = {}
            for term in terms_of(word):
                worth = share * (1.0 if term == word else GROUP_SHARE)
                for owner in self._words.owners_with(term):
                    asked[owner] = max(asked.get(owner, 0.0), worth)
                for owner in self._body_words.owners_with(term):
                    written[owner] = max(written.get(owner, 0.0), worth * IN_SENTENCES)
            for owner in asked.keys() | written.keys():
                if here := found.get(owner):
                    here.asked_cover += asked.get(owner, 0.0)
                    here.cover += max(asked.get(owner, 0.0), written.get(owner, 0.0))
