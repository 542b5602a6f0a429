"""Whether an answer is right, and why not, by the snapshot that it answers."""

from bot.content.model import ItemKind
from bot.quiz.marking import Sheet, mark
from bot.quiz.model import Given, Verdict
from bot.quiz.snapshot import Snapshot


class NotOnOffer(Exception):
    """The answer takes what the item does not offer: a forged press."""


def verdict_of(snapshot: Snapshot, given: Given) -> Verdict:
    """Mark ``given``.

    Raises:
        NotOnOffer: a choice is not among the item's, there are too many, or a text is missing.
    """
    if snapshot.kind is ItemKind.SHORT:
        if given.text is None:
            raise NotOnOffer
        marked = mark(sheet_of(snapshot), given.text)
        return Verdict(marked.correct, mark=marked.reason)
    return _of_choices(snapshot, given.choices)


def sheet_of(snapshot: Snapshot) -> Sheet:
    """Return what a short answer is marked by: Korean and English answers are right alike.

    The question stands there in both languages, since either may be copied or spoken along.
    """
    key = snapshot.key
    if key is None:
        raise ValueError(f"{snapshot.item} has no key")
    english = (key.en,) if key.en else ()
    return Sheet(
        # Korean last: how a Korean question ends tells what it asks for.
        question=" ".join(filter(None, (snapshot.stem.en, snapshot.stem.ko))),
        key=key.ko,
        accept=(*english, *snapshot.accept),
        contrast=snapshot.contrast,
    )


def _of_choices(snapshot: Snapshot, taken: frozenset[int]) -> Verdict:
    offered = {option.index: option for option in snapshot.options}
    several = snapshot.kind is ItemKind.MULTIPLE
    if not taken or not taken <= offered.keys() or (len(taken) > 1 and not several):
        raise NotOnOffer
    wrong = [option for option in snapshot.options if option.index in taken - snapshot.keys]
    overlooked = tuple(
        option.index for option in snapshot.options if option.index in snapshot.keys - taken
    )
    return Verdict(
        is_right=taken == snapshot.keys,
        reasons=tuple(option.reason for option in wrong if option.reason),
        overlooked=overlooked if several else (),
    )
