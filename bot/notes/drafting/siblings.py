"""Which other definitions can stand beside one as wrong choices, nearest first."""

import re
from collections.abc import Sequence
from itertools import islice

from bot.notes.drafting.definitions import Definition
from bot.notes.drafting.terms import betrayed, has_word, head_of, is_wider, names_of

# So much of one phrase's words in another's means that both may be true of the same thing.
SAME = 0.75
MOST = 12
_WORD = re.compile(r"[^\W_]+")


def siblings_of(own: Definition, others: Sequence[Definition]) -> list[Definition]:
    """Return the definitions that are wrong for ``own``'s concept, the likest ones first.

    Left out are wider and narrower concepts (what is true of an index is true of a covering
    index), definitions that name the other concept, and those that say nearly the same.
    """
    return list(islice((e for e in _nearest(own, others) if _is_wrong_for(own, e)), MOST))


def contrasts_of(own: Definition, others: Sequence[Definition]) -> list[Definition]:
    """Return the definitions whose names are wrong answers to ``own``'s, the likest ones first.

    Whether they speak of ``own`` does not matter: only their names are seen.
    """
    return list(islice((e for e in _nearest(own, others) if _is_another(own, e)), MOST))


def _nearest(own: Definition, others: Sequence[Definition]) -> list[Definition]:
    place = {each.concept.id: at for at, each in enumerate(others)}
    here = place.get(own.concept.id, 0)
    contrasted = {each.concept for each in own.concept.contrasts}
    related = set(own.concept.related)
    return sorted(
        others,
        key=lambda each: (
            each.concept.id not in contrasted,
            each.concept.id not in related,
            abs(place[each.concept.id] - here),
        ),
    )


def is_near(own: Definition, other: Definition) -> bool:
    """Tell whether one may well be taken for the other: one list, one kind, or set side by side."""
    if own.phrase.split()[-1] == other.phrase.split()[-1]:
        return True
    contrasted = {each.concept for each in own.concept.contrasts}
    return other.concept.id in own.concept.related or other.concept.id in contrasted


def _is_another(own: Definition, other: Definition) -> bool:
    if other.concept.id == own.concept.id or is_wider(own.concept, other.concept):
        return False
    if is_kind_of(own, other) or is_kind_of(other, own):
        return False
    return not _is_alike(own.phrase, other.phrase)


def _is_wrong_for(own: Definition, other: Definition) -> bool:
    if other.form is not own.form or other.is_korean != own.is_korean:
        return False
    if not _is_another(own, other):
        return False
    names_own = any(has_word(name, other.phrase) for name in names_of(own.concept))
    names_other = any(has_word(name, own.phrase) for name in names_of(other.concept))
    return not names_own and not names_other


def is_kind_of(narrow: Definition, wide: Definition) -> bool:
    """Tell whether the note calls one thing a kind of the other.

    「공유 캐시」 is 「…하는 캐시」, but 「HTTP 캐시」 is 「…하는 기능」: the first is one of those.
    """
    if narrow.phrase.split()[-1] == wide.concept.title.ko:
        return True  # 「useState는 …하는 훅이다」
    head = narrow.concept.title.ko.split()[-1].casefold()
    if not wide.concept.title.ko.casefold().endswith(head):
        return False
    says = narrow.phrase.rstrip(" .").casefold().endswith(head)
    return says and not wide.phrase.rstrip(" .").casefold().endswith(head)


def _is_alike(left: str, right: str) -> bool:
    one, two = set(_WORD.findall(left.casefold())), set(_WORD.findall(right.casefold()))
    return len(one & two) >= SAME * min(len(one), len(two))


def gives_away(own: Definition, others: Sequence[Definition]) -> bool:
    """Tell whether ``own``'s phrase has a word of its name that not every other phrase has."""
    words = betrayed(own.concept, own.phrase)
    head = head_of(own.concept)
    if head is not None and re.search(rf"(?<![가-힣]){head}", own.phrase):
        words |= {head}
    return any(not all(has_word(word, each.phrase) for each in others) for word in words)
