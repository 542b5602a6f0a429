"""Lists that oppose each other (pros and cons) → choose everything that belongs to one."""

import re
from collections.abc import Iterator, Sequence

from bot.content.limits import MAX_BUTTON_LABEL
from bot.content.model import Choice, Concept, Item, ItemId, ItemKind, Text
from bot.content.names import folded
from bot.notes.drafting import wording
from bot.notes.drafting.sentences import entries_of, is_korean
from bot.notes.drafting.terms import has_word, words_of
from bot.notes.kept import OWN
from bot.notes.model import Drafted, Rule

_OPPOSED = (
    ("장점", "단점"),
    ("장점", "한계"),
    ("이점", "단점"),
    ("advantages", "disadvantages"),
    ("pros", "cons"),
    ("strengths", "weaknesses"),
    ("benefits", "drawbacks"),
)
MOST = 3
_TAIL = re.compile(r"[\s.。]+$")


def opposed(concepts: Sequence[Concept]) -> Iterator[Drafted]:
    """Yield an item for each pair of lists whose headings say the opposite of one thing."""
    for concept in concepts:
        for left, right in _OPPOSED:
            other = _opposite(concept, concepts, left, right)
            if other is not None and (made := _item(concept, other)):
                yield made
                break


def _opposite(
    concept: Concept, concepts: Sequence[Concept], left: str, right: str
) -> Concept | None:
    title = concept.title.ko
    # "disadvantages" holds "advantages": the word must begin there.
    if not re.search(rf"(?<![A-Za-z]){left}", title, re.I):
        return None
    wanted = folded(re.sub(rf"(?<![A-Za-z]){left}", right, title, flags=re.I))
    return next((each for each in concepts if folded(each.title.ko) == wanted), None)


def _item(concept: Concept, other: Concept) -> Drafted | None:
    right, wrong = _fitting(concept)[:MOST], _fitting(other)[:MOST]
    if len(right) < 2 or not wrong:
        return None
    # A word of the heading in an entry of its own list would point at it.
    tells = [word for word in words_of(concept.title.ko) if any(has_word(word, e) for e in right)]
    if any(not all(has_word(word, each) for each in wrong) for word in tells):
        return None
    korean = is_korean(" ".join(right))
    choices = [Choice(Text(each), is_correct=True) for each in right]
    reason = Text(wording.belongs_to(other.title.ko, korean=korean))
    choices += [Choice(Text(each), reason=reason) for each in wrong]
    sentence = " / ".join(right)
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=concept.id,
        kind=ItemKind.MULTIPLE,
        stem=wording.text_of(wording.choose_all(concept.title.ko, korean=korean), korean=korean),
        explanation=Text(wording.noted(sentence, korean=korean)),
        choices=tuple(sorted(choices, key=lambda each: each.text.ko)),
        stamp=concept.stamp,
    )
    return Drafted(Rule.SEVERAL, item, sentence)


def _fitting(concept: Concept) -> list[str]:
    entries = (_TAIL.sub("", each) for each in entries_of(concept))
    return [each for each in dict.fromkeys(entries) if 1 < len(each) <= MAX_BUTTON_LABEL]
