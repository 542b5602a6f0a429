"""Questions that set two concepts side by side: "A랑 B 차이", "A vs B"."""

from collections.abc import Sequence

from bot.answers.cards import Kind, Subject
from bot.answers.evidence import Judge
from bot.answers.naming import Naming, longest
from bot.answers.reading import Reading
from bot.korean.meanings import meanings_of

NEAR_THE_TOP = 5
_COMPARING = frozenset({"difference", "same"})


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
    plain = [each for each in found if not any(comparing[each.start : each.end])]
    kinds = {subjects[each.owners[0]].kind for each in longest(plain)}
    if kinds != {Kind.CONCEPT}:
        return None
    return _two_sides(longest(plain)) or _two_sides(
        longest([each for each in plain if each.end - each.start == 1])
    )


def _two_sides(namings: Sequence[Naming]) -> tuple[Naming, Naming] | None:
    named = {each.owners[0]: each for each in reversed(namings)}
    if len(named) != 2:
        return None
    left, right = sorted(named.values(), key=lambda each: each.start)
    return left, right


def card_of_comparison(
    judge: Judge, reading: Reading, sides: tuple[Naming, Naming], order: Sequence[int]
) -> int:
    """The concept that a comparison is answered with.

    That is a card about the comparison itself ("VM versus container": people ask for it with the
    words of both sides and a comparing one) if there is one near the top; else the better side.
    """
    pair = [side.owners[0] for side in sides]
    words = {word for side in sides for word in reading.content[side.start : side.end]}
    asked = {f":{group}" for word in reading.content for group in meanings_of(word)}
    comparing = asked & {f":{group}" for group in _COMPARING}
    for owner in order[:NEAR_THE_TOP]:
        if owner in pair or judge.subjects[owner].kind is not Kind.CONCEPT:
            continue
        if all(judge.is_asked_with(owner, word) for word in words) and any(
            judge.is_asked_with(owner, term) for term in comparing
        ):
            return owner
    return next((owner for owner in order if owner in pair), pair[0])
