"""Puts questions that are alike together: near duplicates, whatever their endings and typos."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from rapidfuzz import fuzz

from bot.answers.reading import read_stored
from bot.answers.teaching.model import Case, Missed, Wording
from bot.korean.chatter import is_chatter
from bot.korean.folding import fold, squeeze
from bot.korean.jamo import letters
from bot.korean.meanings import meanings_of
from bot.korean.words import words

ALIKE = 85.0  # of 100, in jamo, the words in any order


def cases(missed: Sequence[Missed]) -> tuple[Case, ...]:
    """Group ``missed`` (newest first); the most asked come first, then the newest."""
    groups: list[tuple[_Print, list[Missed]]] = []
    by_key: dict[str, list[Missed]] = {}
    for each in missed:
        found = by_key.get(_key(each.text))
        if found is None:
            found = by_key[_key(each.text)] = _like(groups, _Print(each.text))
        found.append(each)
    made = [Case(tuple(members), _wordings(members)) for _, members in groups]
    return tuple(sorted(made, key=lambda case: (-len(case.missed), -case.last.timestamp())))


class _Print:
    """What of a question is compared."""

    def __init__(self, text: str) -> None:
        content = read_stored(text).content
        self.jamo = " ".join(map(letters, content)) or letters(squeeze(fold(text))) or text
        # Spacing decides what an ending is ("고래로고"), so the whole is compared as well.
        typed = [word for word in words(fold(text)) if not is_chatter(word)]
        self.whole = letters("".join(typed))
        self.groups = frozenset(group for word in content for group in meanings_of(word))
        self.digits = "".join(letter for letter in self.jamo if letter.isdigit())

    def is_like(self, other: "_Print") -> bool:
        # 장점 and 단점, type 1 and type 2 are letters apart, and ask for different things.
        return (
            self.groups == other.groups
            and self.digits == other.digits
            and (
                fuzz.token_sort_ratio(self.jamo, other.jamo, score_cutoff=ALIKE) > 0
                or fuzz.ratio(self.whole, other.whole, score_cutoff=ALIKE) > 0
            )
        )


def _like(groups: list[tuple[_Print, list[Missed]]], sight: _Print) -> list[Missed]:
    for known, members in groups:
        if known.is_like(sight):
            return members
    fresh: list[Missed] = []
    groups.append((sight, fresh))
    return fresh


def _wordings(members: Sequence[Missed]) -> tuple[Wording, ...]:
    """Each wording once, as it was typed last; the most frequent first."""
    counts = Counter(_key(each.text) for each in members)
    newest: dict[str, tuple[str, datetime]] = {}
    for each in members:
        newest.setdefault(_key(each.text), (each.text, each.at))
    return tuple(Wording(*_of(newest[key], count)) for key, count in counts.most_common())


def _of(newest: tuple[str, datetime], count: int) -> tuple[str, int, datetime]:
    text, at = newest
    return text, count, at


def _key(text: str) -> str:
    folded = fold(text)
    return squeeze(folded) or folded
