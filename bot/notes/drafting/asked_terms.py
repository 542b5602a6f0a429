"""Definition → term: a short answer, beside names that are close and wrong."""

import re
from collections.abc import Sequence

from bot.content.limits import MAX_ALIAS, MAX_SHORT_KEY, MAX_STEM
from bot.content.model import Item, ItemId, ItemKind, Text
from bot.content.names import folded
from bot.notes.drafting import wording
from bot.notes.drafting.definitions import Definition, Form
from bot.notes.drafting.siblings import contrasts_of
from bot.notes.drafting.terms import betrayed, is_wider, names_of
from bot.notes.kept import OWN
from bot.notes.model import Drafted, Rule

MAX_CONTRAST = 6
# What is left of a phrase without its last noun must still tell one thing from another.
MIN_LEFT_WORDS = 4
_PLACE = re.compile(r"(?:영역|공간|장소|구역|부위|지역|저장소|기관|시장)$")


def asked_term(own: Definition, others: Sequence[Definition]) -> Drafted | None:
    """Return a short-answer item about ``own``; None where its phrase gives the name away."""
    phrase = _without_name(own)
    if phrase is None:
        return None
    korean = own.is_korean
    stem = wording.called(phrase, is_thing=own.form is Form.THING, korean=korean)
    names = names_of(own.concept)
    key = next((name for name in names if len(name) <= MAX_SHORT_KEY), None)
    if key is None or len(stem) > MAX_STEM:
        return None
    right = {folded(name) for name in names}
    others_names = (*names, *own.also)
    accept = [name for name in others_names if name != key and len(name) <= MAX_ALIAS]
    right |= {folded(name) for name in own.also}
    close = [
        name
        for each in contrasts_of(own, others)
        for name in names_of(each.concept)
        if folded(name) not in right and len(name) <= MAX_ALIAS
    ]
    # A wider word is a loose answer rather than another thing: it is left to the marking.
    wider = {
        name
        for each in others
        if is_wider(own.concept, each.concept)
        for name in names_of(each.concept)
    }
    contrast = [name for name in dict.fromkeys(close) if name not in wider][:MAX_CONTRAST]
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=own.card.id,
        kind=ItemKind.SHORT,
        stem=wording.text_of(stem, korean=korean),
        explanation=Text(wording.noted(own.sentence, korean=korean)),
        key=Text(key),
        accept=tuple(dict.fromkeys(accept)),
        contrast=tuple(contrast),
        stamp=own.card.stamp,
    )
    return Drafted(Rule.TERM, item, own.sentence)


def _without_name(own: Definition) -> str | None:
    """The phrase without any word of the concept's name; None where it cannot be said so.

    「…을 모두 담은 인덱스」 asks for 「커버링 인덱스」 as 「…을 모두 담은 것」, and for
    「Young 영역」 as 「…가 할당되는 곳」.
    """
    if not betrayed(own.concept, own.phrase):
        return own.phrase
    if not own.is_korean or own.form is not Form.THING:
        return None
    words = own.phrase.split()
    left = " ".join([*words[:-1], "곳" if _PLACE.search(words[-1]) else "것"])
    describes = re.search(r"(?:는|은|한|된|운|할|던)$", words[-2]) if len(words) > 1 else None
    if len(words) <= MIN_LEFT_WORDS or not describes or betrayed(own.concept, left):
        return None
    return left
