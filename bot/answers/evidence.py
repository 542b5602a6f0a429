"""What speaks for each subject of a library as the answer to a question, as a few numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from bot.answers.cards import Kind, Subject
from bot.answers.lexicon import Lexicon
from bot.answers.naming import Names, Naming, longest
from bot.answers.reading import Reading, read_question, read_stored, terms_of
from bot.answers.space import Space

IN_SENTENCES = 0.6  # a word that only a card's body has speaks less for it than one people ask with
GROUP_SHARE = 0.5  # ... and a word of like meaning less than the word itself


@dataclass(slots=True)
class Evidence:
    """Numbers from 0 to 1 about one subject; likeness of meaning would be one more."""

    name: float = 0.0  # share of the question that is this subject's name
    longest_name: float = 0.0  # the same, unless the name is part of a longer name
    characters: float = 0.0  # likeness of letter runs to the nearest name or way of asking
    jamo: float = 0.0  # the same in jamo, for slips and endings
    words: float = 0.0  # the same in whole words and their groups of meaning
    body_characters: float = 0.0  # likeness to the nearest sentence of the card
    body_words: float = 0.0
    asked_cover: float = 0.0  # share of the question's words that names or ways of asking have
    cover: float = 0.0  # the same, body included
    example: int = -1  # place of the nearest name or way of asking in `Judge.asked`

    def numbers(self) -> tuple[float, ...]:
        """The values of `NUMBERS`."""
        values: tuple[float, ...] = _numbers_of(self)
        return values


NUMBERS = tuple(field.name for field in fields(Evidence) if field.name != "example")
_numbers_of = attrgetter(*NUMBERS)


class Judge:
    """Collects the evidence for all subjects of a library at once."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self.subjects = subjects
        self.lexicon = Lexicon(subjects)
        self.names = Names(subjects)
        asked = [
            (owner, text, reading)
            for owner, subject in enumerate(subjects)
            for text in (*subject.names, *subject.examples)
            if not self.names.belongs_to_another((reading := read_stored(text)).key, owner)
        ]
        body = [
            (owner, read_stored(text))
            for owner, subject in enumerate(subjects)
            for text in subject.sentences
        ]
        self.asked = [text for _, text, _ in asked]
        self._characters = Space((owner, reading.characters) for owner, _, reading in asked)
        self._jamo = Space((owner, reading.jamo) for owner, _, reading in asked)
        self._words = Space((owner, reading.words) for owner, _, reading in asked)
        self._body_characters = Space((owner, reading.characters) for owner, reading in body)
        self._body_words = Space((owner, reading.words) for owner, reading in body)
        self._asked_with = _owners_of((owner, reading) for owner, _, reading in asked)
        self._written_with = _owners_of(body)
        covered = {place for place, one in enumerate(subjects) if one.kind is not Kind.OUTSIDE}
        self._covered = frozenset(
            term
            for having in (self._asked_with, self._written_with)
            for term, owners in having.items()
            if owners & covered
        )

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
        return term in self._asked_with or term in self._written_with

    def is_asked_with(self, owner: int, term: str) -> bool:
        """Whether a subject's names or ways of asking have the term."""
        return owner in self._asked_with.get(term, ())

    def has(self, owner: int, term: str) -> bool:
        """Whether a subject's own texts have the term."""
        return owner in self._asked_with.get(term, ()) or owner in self._written_with.get(term, ())

    def evidence(self, reading: Reading) -> dict[int, Evidence]:
        """Evidence by subject; subjects without any are missing."""
        found: dict[int, Evidence] = {}
        characters, terms = reading.characters, reading.words
        for owner, (value, place) in self._characters.likest(characters).items():
            here = found.setdefault(owner, Evidence())
            here.characters, here.example = value, place
        for owner, (value, _) in self._jamo.likest(reading.jamo).items():
            found.setdefault(owner, Evidence()).jamo = value
        for owner, (value, _) in self._words.likest(terms).items():
            found.setdefault(owner, Evidence()).words = value
        for owner, (value, _) in self._body_characters.likest(characters).items():
            found.setdefault(owner, Evidence()).body_characters = value
        for owner, (value, _) in self._body_words.likest(terms).items():
            found.setdefault(owner, Evidence()).body_words = value
        self._add_cover(reading, found)
        self._add_names(reading, found)
        return found

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
                for owner in self._asked_with.get(term, ()):
                    asked[owner] = max(asked.get(owner, 0.0), worth)
                for owner in self._written_with.get(term, ()):
                    written[owner] = max(written.get(owner, 0.0), worth * IN_SENTENCES)
            for owner in asked.keys() | written.keys():
                here = found.setdefault(owner, Evidence())
                here.asked_cover += asked.get(owner, 0.0)
                here.cover += max(asked.get(owner, 0.0), written.get(owner, 0.0))


def _owners_of(texts: Iterable[tuple[int, Reading]]) -> dict[str, set[int]]:
    owners: dict[str, set[int]] = {}
    for owner, reading in texts:
        for term in reading.words:
            owners.setdefault(term, set()).add(owner)
    return owners
