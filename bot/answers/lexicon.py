"""The words a library uses, and how a word typed otherwise is read as one of them."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable

from bot.answers.cards import Kind, Subject
from bot.korean.chatter import is_chatter
from bot.korean.confusions import blurred
from bot.korean.distance import slips_of_letters
from bot.korean.endings import noun_of
from bot.korean.folding import fold, squeeze
from bot.korean.jamo import are_initials, initials, letters, mended
from bot.korean.keyboard import to_hangul, to_latin
from bot.korean.meanings import meanings_of
from bot.korean.particles import bases
from bot.korean.transliteration import is_same_sound, sound_of_hangul, sound_of_latin
from bot.korean.words import is_hangul, words

MAX_SHORTLIST = 12
# Runs of letters by which the shortlist is made: longer ones where there are very many names.
SHORT_RUN, LONG_RUN, MANY_NAMES = 2, 3, 2_000
MAX_LOOKED_AT = 6_000
_NOWHERE: "array[int]" = array("I")
MIN_FUZZY = 5  # jamo; shorter words are read as typed
LONG = 9  # jamo; in shorter words people hardly ever mistype the first one
MAX_PIECES = 5  # of a name that somebody tore apart
MAX_GLUED = 24  # longer runs are no compound that somebody typed


def cut(text: str) -> list[str]:
    """The words of a text of the library, as written."""
    return words(fold(text))


class Lexicon:
    """Words of all subjects, with look-ups by sound, initials and jamo."""

    def __init__(self, subjects: Iterable[Subject], cut: Callable[[str], list[str]] = cut) -> None:
        self._known: set[str] = set()
        # Words of what the library covers, and among them those of its names.
        self._covered: set[str] = set()
        self._named: set[str] = set()
        # Words of names, and whole names, as their words: only these attract slips.
        self._written: dict[str, tuple[str, ...]] = {}
        self._initials: dict[str, str] = {}
        for subject in subjects:
            self._add(subject, cut)
        self._targets = [word for word in self._written if len(word) > 1]
        self._letters = [letters(word) for word in self._targets]
        self._run = SHORT_RUN if len(self._targets) <= MANY_NAMES else LONG_RUN
        self._by_run: dict[str, array[int]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self._by_blur: dict[str, str] = {}
        for place, word in enumerate(self._targets):
            for run in _runs(self._letters[place], self._run):
                self._by_run.setdefault(run, array("I")).append(place)
            if not word.isalpha():
                continue
            if is_hangul(word):
                self._by_blur.setdefault(blurred(word), word)
            sound = sound_of_hangul(word) if is_hangul(word) else sound_of_latin(word)
            self._by_sound.setdefault(sound, []).append(word)

    def _add(self, subject: Subject, cut: Callable[[str], list[str]]) -> None:
        for name in subject.names:
            found = [noun_of(word) for word in cut(name)]
            self._known.update(found)
            if subject.kind is not Kind.OUTSIDE:
                self._covered.update(found)
                self._named.update((*found, squeeze(fold(name))))
            self._written[squeeze(fold(name))] = tuple(found)
            self._written.update((word, (word,)) for word in found if len(word) > 1)
            if subject.kind is not Kind.OUTSIDE or len(found) == 1:
                self._initials.setdefault(squeeze(initials(fold(name))), fold(name))
        for text in (*subject.examples, *subject.sentences):
            used = [noun_of(word) for word in cut(text)]
            self._known.update(used)
            if subject.kind is not Kind.OUTSIDE:
                self._covered.update(used)

    def knows(self, word: str) -> bool:
        return word in self._known

    def rejoined(self, typed: list[str]) -> list[str]:
        """Words with a name that was torn apart whole again: 하이 퍼바이저 → 하이퍼바이저."""
        joined: list[str] = []
        at = 0
        while at < len(typed):
            count, whole = self._torn(typed[at : at + MAX_PIECES])
            joined.append(whole)
            at += count
        return joined

    def _torn(self, pieces: list[str]) -> tuple[int, str]:
        """How many pieces make a name of this library, and that name; else the first piece."""
        known = [self.knows(noun_of(piece)) for piece in pieces]
        for count in range(len(pieces), 1, -1):
            # Single syllables are hardly ever words of their own: 도 커 is 도커, though both are.
            if not all(known[:count]) or all(len(piece) == 1 for piece in pieces[:count]):
                whole = noun_of("".join(pieces[:count]))
                if whole in self._written:
                    return count, whole
        return 1, pieces[0]

    def read(self, word: str) -> list[str]:
        """The word as the library would write it: one word, or several that were glued."""
        readings = [*bases(word), noun_of(word)] if is_hangul(word) else [word]
        if meant := self._covered_by_sound(word, readings):
            return meant
        if self.knows(word) or is_chatter(word):
            return [word]
        for reading in readings[1:]:
            # One syllable of a longer word is hardly ever its noun.
            if self.knows(reading) and (len(reading) > 1 or len(word) == 2):
                return [reading]
        if meanings_of(word):
            return [noun_of(word)]
        return (
            self._from_keys(word, readings)
            or self._from_alike(readings)
            # 칸을 (a noun of one syllable and its particle) only sounds like "kernel".
            or self._from_sound(readings if len(noun_of(word)) > 1 else [])
            or self._from_slips(readings)
            or self._unglued(word)
            or [noun_of(word) if is_hangul(word) else word]
        )

    def _covered_by_sound(self, word: str, readings: list[str]) -> list[str] | None:
        """A name of what is covered, where only a neighbour that is not has the word as typed.

        One note names 리베이스 among what it leaves out; another one explains rebase.
        """
        foreign = [each for each in readings if self.knows(each) and each not in self._covered]
        if not foreign or word in self._covered or is_chatter(word):
            return None
        meant = self._from_sound(foreign)
        return meant if meant and self._named.issuperset(meant) else None

    def _from_keys(self, word: str, readings: list[str]) -> list[str] | None:
        """Broken syllables, initials, and either keyboard in the wrong language."""
        for reading in readings:
            whole = mended(reading)
            if whole != reading:
                for possible in bases(whole):
                    if self.knows(possible):
                        return [possible]
            if are_initials(reading) and (name := self._initials.get(reading)):
                return words(name)
            if (pressed := to_latin(reading)) and self.knows(pressed):
                return [pressed]
        if not is_hangul(word) and len(word) >= MIN_FUZZY - 1 and (typed := to_hangul(word)):
            meant = [self._plain(part) for part in words(fold(typed))]
            if all(self.knows(part) or is_chatter(part) for part in meant):
                return meant
            return self._from_slips(bases(typed)) or self._unglued(typed)
        return None

    def _plain(self, word: str) -> str:
        return next((form for form in bases(word) if self.knows(form) or is_chatter(form)), word)

    def _from_alike(self, readings: list[str]) -> list[str] | None:
        """A word of the same syllables but for sounds that are easily mixed up: 도거, 토커."""
        for reading in readings:
            if len(reading) > 1 and (meant := self._by_blur.get(blurred(reading))):
                return list(self._written[meant])
        return None

    def _from_sound(self, readings: list[str]) -> list[str] | None:
        for reading in readings:
            korean = is_hangul(reading)
            sound = sound_of_hangul(reading) if korean else sound_of_latin(reading)
            for other in self._by_sound.get(sound, ()):
                if is_hangul(other) == korean:
                    continue
                if is_same_sound(*((reading, other) if korean else (other, reading))):
                    return list(self._written[other])
        return None

    def _from_slips(self, readings: list[str]) -> list[str] | None:
        found: list[tuple[int, int, str]] = []
        for peeled, reading in enumerate(readings):
            typed = letters(reading)
            if len(typed) < MIN_FUZZY or len(typed) > MAX_GLUED * 3:
                continue
            for place in self._alike(typed):
                meant = self._letters[place]
                if len(typed) < LONG and typed[0] != meant[0]:
                    continue
                if _digits(typed) != _digits(meant):
                    continue  # type3 is no slip of type2
                far = slips_of_letters(typed, meant)
                if far is not None and is_hangul(reading) == is_hangul(self._targets[place]):
                    found.append((far, peeled, self._targets[place]))
        return list(self._written[min(found)[2]]) if found else None

    def _alike(self, typed: str) -> list[int]:
        """A shortlist of names that share runs of letters; the rarest runs are looked at first."""
        known = (self._by_run.get(run, _NOWHERE) for run in _runs(typed, self._run))
        shared: Counter[int] = Counter()
        looked_at = 0
        for places in sorted(known, key=len):
            looked_at += len(places)
            if looked_at > MAX_LOOKED_AT:
                break
            shared.update(places)
        return [place for place, _ in shared.most_common(MAX_SHORTLIST)]

    def _unglued(self, word: str) -> list[str] | None:
        """Two known words written as one, the longer first part preferred."""
        if not is_hangul(word) or not 3 <= len(word) <= MAX_GLUED:
            return None
        for cut in range(len(word) - 1, 1, -1):
            first = next((form for form in bases(word[:cut]) if self.knows(form)), None)
            if first is None or len(first) < 2:
                continue
            rest = self._plain(word[cut:])
            if self.knows(rest) or is_chatter(rest) or meanings_of(rest):
                return [first, rest]
            if first in self._written:
                return [first, *(self._from_slips(bases(rest)) or [rest])]
        return None


def _digits(typed: str) -> str:
    return "".join(letter for letter in typed if letter.isdigit())


def _runs(typed: str, size: int) -> list[str]:
    """Each run of so many letters once, in order."""
    return list(dict.fromkeys(typed[at : at + size] for at in range(len(typed) - size + 1)))
