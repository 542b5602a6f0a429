"""Names of subjects found in a question, and what remains of it once they are taken out."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.cards import Subject
from bot.answers.reading import Reading, read_stored
from bot.korean.folding import fold, squeeze

MAX_NAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of words, from `start` up to `end`, that is a name of the subjects `owners`."""

    start: int
    end: int
    name: str
    owners: tuple[int, ...]


class Names:
    """Every name of every subject, blind to spacing, particles and case."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._owners: dict[str, list[int]] = {}
        self._written: dict[str, str] = {}
        for owner, subject in enumerate(subjects):
            for name in subject.names:
                self._add(squeeze(fold(name)), name, owner)
        taken = frozenset(self._owners)
        for owner, subject in enumerate(subjects):
            for name in subject.names:
                # "What a VM is like" comes down to "vm", which is another subject's name.
                if (key := read_stored(name).key) not in taken:
                    self._add(key, name, owner)

    def _add(self, key: str, name: str, owner: int) -> None:
        if key:
            self._owners.setdefault(key, []).append(owner)
            self._written.setdefault(key, name)

    def belongs_to_another(self, key: str, owner: int) -> bool:
        """Whether a text comes down to the name of a subject that is not its own."""
        return key in self._owners and owner not in self._owners[key]

    def owners_of(self, words: Sequence[str]) -> tuple[int, ...]:
        """The subjects that these words, all of them, are a name of."""
        return tuple(dict.fromkeys(self._owners.get("".join(words), ())))

    def found_in(self, reading: Reading) -> list[Naming]:
        """All names in the question, also those inside longer ones, in order of their start."""
        content = reading.content
        found: list[Naming] = []
        for start in range(len(content)):
            for end in range(start + 1, min(len(content), start + MAX_NAME_WORDS) + 1):
                key = "".join(content[start:end])
                if key in self._owners:
                    owners = tuple(dict.fromkeys(self._owners[key]))
                    found.append(Naming(start, end, self._written[key], owners))
        return found


def longest(found: list[Naming]) -> list[Naming]:
    """Names that don't overlap, longer ones first taken, in order of their start."""
    kept: list[Naming] = []
    for naming in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(naming.end <= other.start or other.end <= naming.start for other in kept):
            kept.append(naming)
    return sorted(kept, key=lambda each: each.start)
