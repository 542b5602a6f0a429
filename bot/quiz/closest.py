"""Which name of a sheet a bare answer is, and how surely: spelling, number, sound, then slips."""

import re
from dataclasses import dataclass

from bot.korean.jamo import letters
from bot.korean.letter_names import spelt
from bot.quiz.names import Book, Name
from bot.quiz.quantities import Quantity, quantities, same_quantity
from bot.quiz.reasons import Why
from bot.quiz.slips import slips
from bot.quiz.sounds import loanword, same_sound
from bot.quiz.spelling import canonical, joined
from bot.quiz.wrapping import classified, readings

# 줄어든다, 줄어들어요: the same verb; longest first.
_VERB_ENDINGS = (
    "ㅅㅡㅂㄴㅣㄷㅏ",
    "ㄴㅡㄴㄷㅏ",
    "ㅇㅓㅇㅛ",
    "ㅇㅏㅇㅛ",
    "ㅂㄴㅣㄷㅏ",
    "ㄴㄷㅏ",
    "ㅇㅡㅁ",
    "ㄷㅏ",
    "ㅇㅓ",
    "ㅇㅏ",
    "ㅁ",
)


@dataclass(frozen=True, slots=True)
class Match:
    """The name that was found, how, and how many slips it took (0 to 2)."""

    name: Name
    why: Why
    slips: int = 0

    @property
    def is_right(self) -> bool:
        return self.name.is_right


def closest(book: Book, text: str) -> Match | None:
    """The name that a folded answer is, None if none; at equal distance the wrong one wins."""
    bare = readings(text)
    short = [
        kind for reading in bare[:6] if (kind := classified(reading, book.question)) is not None
    ]
    # What is spelled out counts before what is read into it, so that a contrast is never missed.
    for group in (bare, short):
        if found := _spelled(book, group):
            return found
    bare += [reading for reading in short if reading not in bare]
    return _measured(book, bare) or _heard(book, bare) or _mistyped(book, bare)


def _spelled(book: Book, bare: list[str]) -> Match | None:
    for reading in bare:
        name = book.exact.get(joined(reading))
        if name is not None:
            return Match(name, Why.SAME_SPELLING if name.text == book.key else Why.ALIAS)
        name = book.canonical.get(canonical(reading))
        if name is not None:
            return Match(name, Why.SAME_SPELLING if name.text == book.key else Why.ALIAS)
        name = book.exact.get(spelt(joined(reading), surely=False) or "")
        if name is not None:
            return Match(name, Why.SAME_SOUND)
    return None


def _measured(book: Book, bare: list[str]) -> Match | None:
    said: set[Quantity] = set()
    for reading in bare:
        said |= quantities(reading)
    if not said:
        return None
    for name in (*book.wrong, *book.right):
        for amount in name.amounts:
            if any(amount.units == q.units and amount.numbers == q.numbers for q in said) and any(
                same_quantity(q, amount, book.units) for q in said
            ):
                return Match(name, Why.SAME_NUMBER)
    for name in (*book.right, *book.wrong):
        for amount in name.amounts:
            if any(same_quantity(q, amount, book.units) for q in said):
                return Match(name, Why.SAME_NUMBER)
    return None


def _heard(book: Book, bare: list[str]) -> Match | None:
    plain = [canonical(reading) for reading in bare]
    for name in (*book.wrong, *book.right):
        if name.amounts:
            continue  # 32바이트 would sound like 32bit
        loan = loanword(name.canonical)
        if any(
            _sounds_like(book, said, name.canonical)
            or (name.is_plural and _sounds_like(book, said, name.joined))  # 쿠버네티스
            or (loan and loanword(said) == loan)
            for said in plain
            if said
        ):
            return Match(name, Why.SAME_SOUND)
    for name in (*book.wrong, *book.right):
        if any(_words_sound_same(reading, name.text.casefold()) for reading in bare):
            return Match(name, Why.SAME_SOUND)
    return None


def _sounds_like(book: Book, said: str, name: str) -> bool:
    if not same_sound(said, name):
        return False
    if not said.isascii():
        return True
    # glass sounds like 클래스, but the sheet says how that is spelled: class.
    return not any(n.canonical.isascii() and same_sound(n.canonical, name) for n in book.names)


def _words_sound_same(said: str, name: str) -> bool:
    ours, theirs = said.split(), name.split()
    return len(ours) == len(theirs) > 1 and all(
        canonical(one) == canonical(other) or same_sound(canonical(one), canonical(other))
        for one, other in zip(ours, theirs, strict=True)
    )


def _mistyped(book: Book, bare: list[str]) -> Match | None:
    best: Match | None = None
    for reading in bare:
        plain = canonical(reading)
        for name in book.names:
            if name.is_formula:
                continue
            found = slips(plain, name.canonical, name.sizes)
            if found is None:
                found = slips(joined(reading), name.joined, name.joined_sizes)
            if found is None and _is_same_verb(plain, name.canonical):
                found = 0
            if found is not None and (
                best is None or (found, name.is_right) < (best.slips, best.is_right)
            ):
                best = Match(name, Why.TYPO if found else Why.SAME_SPELLING, found)
    return best


def _is_same_verb(said: str, name: str) -> bool:
    if not name.endswith(("다", "요")) or len(name) < 3:
        return False
    return _verb_stem(said) == _verb_stem(name)


# 오르다, 올라요; 흐르다, 흘러요.
_DOUBLED_L = re.compile(
    "ㄹㄹ[ㅏㅓ](?:ㅇㅛ|ㅆㅇㅓㅇㅛ|ㅆㄷㅏ|ㄴㄷㅏ)?$|ㄹㅡ(?:ㄴㄷㅏ|ㄷㅏ|ㅁ|ㅂㄴㅣㄷㅏ)?$"
)


def _verb_stem(word: str) -> str:
    spread = letters(word)
    if (found := _DOUBLED_L.search(spread)) is not None:
        return spread[: found.start()]
    for ending in _VERB_ENDINGS:
        if spread.endswith(ending):
            return spread[: -len(ending)].rstrip("ㄹ")
    return spread
