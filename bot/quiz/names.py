"""A sheet made ready to compare with: each right and each wrong name in every form it is met in."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.korean.letter_names import read_aloud
from bot.korean.particles import base
from bot.quiz.clauses import denies
from bot.quiz.quantities import Quantity, quantities, units_in
from bot.quiz.spelling import canonical, joined, plain

_NUMBERED = re.compile(r"(?:type|layer|level|version)(\d+)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One short-answer item: what is asked, what is right, and what must not be taken for it.

    `accept` holds the item's and its concept's other names; `contrast` what is close, but wrong.
    """

    question: str
    key: str
    accept: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a sheet, right or wrong."""

    text: str
    joined: str
    canonical: str
    sizes: tuple[int, ...]  # syllables of each word of `canonical`, if it has several
    joined_sizes: tuple[int, ...]
    amounts: frozenset[Quantity]
    is_right: bool

    @property
    def spellings(self) -> tuple[str, str]:
        """As it is written without blanks, and in the one spelling."""
        return self.joined, self.canonical

    @property
    def is_plural(self) -> bool:
        """Whether the canonical form lost an s that may belong to the name: Kubernetes."""
        return self.joined.isascii() and self.canonical != self.joined

    @property
    def is_formula(self) -> bool:
        """A name whose signs carry its meaning (O(n), 1:N, C++): it can't be mistyped."""
        return any(sign in self.text for sign in "()^=+#:/%~")


@dataclass(frozen=True, slots=True)
class Book:
    """The prepared sheet."""

    key: str
    question: str
    question_joined: str
    right: tuple[Name, ...]
    wrong: tuple[Name, ...]
    exact: dict[str, Name]
    canonical: dict[str, Name]
    units: frozenset[str]
    words: frozenset[str]  # of the right names that have several
    asked: frozenset[str]  # the question's own words
    denies: bool  # the key is a denial itself: except, 흐르지 않는다

    @property
    def names(self) -> tuple[Name, ...]:
        """Right names, then wrong ones."""
        return self.right + self.wrong


@lru_cache(maxsize=512)
def prepared(sheet: Sheet) -> Book:
    """The sheet's book. A name that is both right and wrong is right: the key decides."""
    question = plain(sheet.question)
    right = tuple(_name(text, is_right=True) for text in _texts(sheet.key, *sheet.accept))
    wrong = tuple(_name(text, is_right=False) for text in _texts(*sheet.contrast))
    exact = {name.joined: name for name in (*wrong, *reversed(right)) if name.joined}
    own = {name.joined for name in right}  # HTTP, though HTTPS looks like several of it
    canonicals = {name.canonical: name for name in reversed(right) if name.canonical}
    canonicals |= {
        name.canonical: name for name in wrong if name.canonical and name.canonical not in own
    }
    for name in (*right, *wrong):
        if (kind := _NUMBERED.fullmatch(name.canonical)) is not None:
            canonicals.setdefault(kind[1], name)  # 2, where Type-2 is the key
        if (heard := read_aloud(name.canonical)) is not None:
            canonicals.setdefault(heard, name)
    return Book(
        key=sheet.key,
        question=question,
        question_joined=joined(question),
        right=right,
        wrong=tuple(name for name in wrong if exact.get(name.joined) == name),
        exact=exact,
        canonical=canonicals,
        units=_optional_units(question, right),
        words=frozenset(
            canonical(word)
            for name in right
            if len(words := plain(name.text).split()) > 1
            for word in words
        ),
        asked=frozenset(canonical(base(word)) for word in question.split()) - {""},
        denies=denies(plain(sheet.key)),
    )


def _optional_units(question: str, right: tuple[Name, ...]) -> frozenset[str]:
    """Units that may be left out, as the question names them: only those that right names have."""
    own = {unit for name in right for amount in name.amounts for unit in amount.units}
    asked = units_in(question)
    return asked & own if own else asked


def _texts(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _name(text: str, *, is_right: bool) -> Name:
    folded = plain(text)
    words = [word.removesuffix("의") if len(word) > 2 else word for word in folded.split()]
    spelling = canonical(folded)
    # Sizes are those of the canonical text, as long as that is only the words put together.
    sizes = tuple(len(canonical(word)) for word in words)
    return Name(
        text=text,
        joined=joined(folded),
        canonical=spelling,
        sizes=sizes if sum(sizes) == len(spelling) and len(sizes) > 1 else (),
        joined_sizes=tuple(len(joined(word)) for word in folded.split()),
        amounts=quantities(folded),
        is_right=is_right,
    )
