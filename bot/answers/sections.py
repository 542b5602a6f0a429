"""Which part of a card fits a question best, if the question asks for more than the card's name."""

from collections.abc import Sequence

from bot.answers.cards import Subject
from bot.answers.naming import Naming
from bot.answers.reading import Reading, read_stored
from bot.answers.space import Space

FITS = 0.12  # likeness from which on a section is worth opening at once


class Sections:
    """The sections of all subjects, each owned by its place in its subject."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._places = [
            (owner, section)
            for owner, subject in enumerate(subjects)
            for section in range(len(subject.sections))
        ]
        texts = [read_stored(subjects[o].sections[section]) for o, section in self._places]
        self._words = Space(enumerate(text.words for text in texts))

    def fitting(self, owner: int, reading: Reading, named: Sequence[Naming]) -> int | None:
        """The index of the section of `owner` that is likest to what the names leave over."""
        inside = {place for naming in named for place in range(naming.start, naming.end)}
        rest = tuple(word for at, word in enumerate(reading.content) if at not in inside)
        if not rest:
            return None
        likest = self._words.likest(Reading(rest).words)
        fits = [
            (-value, self._places[place][1])
            for place, (value, *_) in likest.items()
            if self._places[place][0] == owner and value >= FITS
        ]
        return min(fits)[1] if fits else None
