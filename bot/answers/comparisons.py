"""Questions that set two concepts side by side: "A랑 B 차이", "A vs B"."""

from collections.abc import Iterable, Sequence

from bot.answers.cards import Kind, Subject
from bot.answers.naming import Names, Naming, longest
from bot.answers.reading import Reading
from bot.korean.meanings import meanings_of

ABOUT = 0.6  # share of a way of asking that is both sides and a comparing word
_APART, _ALIKE = "difference", "same"
_COMPARING = frozenset({_APART, _ALIKE, "better"})


def compares(reading: Reading) -> bool:
    """Whether a question has a word that sets things side by side."""
    return any(_COMPARING.intersection(meanings_of(word)) for word in reading.content)


def compared(
    reading: Reading, found: Sequence[Naming], subjects: Sequence[Subject]
) -> tuple[Naming, Naming] | None:
    """The two names that a question compares, in its order; None if it compares none.

    `found` may overlap: "VM and container difference" may itself be a name, which says less here
    than the two names in it. Both must be of concepts: beside a neighbour that the notes don't
    cover, half a comparison would pretend.
    """
    comparing = [_COMPARING.intersection(meanings_of(word)) for word in reading.content]
    if not any(comparing):
        return None
    plain = [
        each
        for each in found
        if not any(comparing[each.start : each.end]) and not _is_aspect(each, found, reading)
    ]
    kinds = {subjects[each.owners[0]].kind for each in longest(plain)}
    if kinds != {Kind.CONCEPT}:
        return None
    return _two_sides(longest(plain)) or _two_sides(
        longest([each for each in plain if each.end - each.start == 1])
    )


def _is_aspect(naming: Naming, found: Sequence[Naming], reading: Reading) -> bool:
    """Whether a name is another's name and an everyday word: "VM size" is no side of its own."""
    inner = {
        place
        for other in found
        if other.owners[0] != naming.owners[0]
        and naming.start <= other.start
        and other.end <= naming.end
        for place in range(other.start, other.end)
    }
    rest = [place for place in range(naming.start, naming.end) if place not in inner]
    return bool(inner and rest) and all(meanings_of(reading.content[place]) for place in rest)


def _two_sides(namings: Sequence[Naming]) -> tuple[Naming, Naming] | None:
    named = {each.owners[0]: each for each in reversed(namings)}
    if len(named) != 2:
        return None
    left, right = sorted(named.values(), key=lambda each: each.start)
    return left, right


def share_compared(reading: Reading, sides: tuple[Naming, Naming]) -> float:
    """How much of a question is its two names and what compares them."""
    named = sum(side.end - side.start for side in sides)
    comparing = sum(bool(_COMPARING.intersection(meanings_of(word))) for word in reading.content)
    return (named + comparing) / len(reading.content)


class Comparisons:
    """Which cards are about a comparison itself, such as "VM versus container".

    People ask for such a card with the names of both sides, a comparing word, and hardly another.
    """

    def __init__(
        self, names: Names, subjects: Sequence[Subject], asked: Iterable[tuple[int, Reading]]
    ) -> None:
        """Learn from what subjects are ``asked`` with: the place of each, and a way of asking."""
        # By pair, then by what is asked of it: how much of a card's best way of asking it is.
        self._cards: dict[frozenset[int], dict[str, dict[int, float]]] = {}
        for owner, reading in asked:
            side = _side_asked(reading)
            if side is None or subjects[owner].kind is not Kind.CONCEPT:
                continue
            sides = compared(reading, names.found_in(reading), subjects)
            if sides is None or owner in (pair := _pair(sides)):
                continue
            share = share_compared(reading, sides)
            if share >= ABOUT:
                cards = self._cards.setdefault(pair, {}).setdefault(side, {})
                cards[owner] = max(cards.get(owner, 0.0), share)
        self._comparing = frozenset(
            owner
            for of_pair in self._cards.values()
            for cards in of_pair.values()
            for owner in cards
        )

    def card(self, reading: Reading, sides: tuple[Naming, Naming], order: Sequence[int]) -> int:
        """The concept that a comparison is answered with, of those in ``order``, best first.

        Where only the two are compared: the card about that, if there is one for what is asked,
        difference or likeness; else the better side. Where more is said ("VM and container, boot
        time"), what fits best decides, but for cards about two others.
        """
        pair = _pair(sides)
        of_pair = self._cards.get(pair, {})
        if share_compared(reading, sides) < 1.0:
            of_others = self._comparing.difference(pair, *of_pair.values())
            return next((owner for owner in order if owner not in of_others), order[0])
        about = of_pair.get(_side_asked(reading) or _APART)
        if about:
            place = {owner: place for place, owner in enumerate(order)}
            return max(about, key=lambda owner: (about[owner], -place.get(owner, len(order))))
        return next((owner for owner in order if owner in pair), sides[0].owners[0])


def _pair(sides: tuple[Naming, Naming]) -> frozenset[int]:
    return frozenset(side.owners[0] for side in sides)


def _side_asked(reading: Reading) -> str | None:
    """Whether a question asks how things differ or what they share; its last word decides.

    "차이 말고 같은 점" asks for likeness. None: it compares nothing.
    """
    sides = [
        _ALIKE if group == _ALIKE else _APART
        for word in reading.content
        for group in meanings_of(word)
        if group in _COMPARING
    ]
    return sides[-1] if sides else None
