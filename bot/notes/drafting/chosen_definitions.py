"""Term → definition: one right phrase among those of its siblings."""

from collections.abc import Sequence
from itertools import combinations

from bot.content.limits import MAX_BUTTON_LABEL
from bot.content.model import Choice, Item, ItemId, ItemKind, Text
from bot.notes.drafting import wording
from bot.notes.drafting.definitions import Definition
from bot.notes.drafting.siblings import gives_away, siblings_of
from bot.notes.kept import OWN
from bot.notes.model import Drafted, Rule

DISTRACTORS = 3
AT_LEAST = 2
TRIED = 7
# A key this much longer than every wrong choice is known by its length.
MUCH_LONGER = 1.25
MUCH_SHORTER = 0.6


def chosen_definition(own: Definition, others: Sequence[Definition]) -> Drafted | None:
    """Return a single-choice item about ``own``; None where no fair choices are there."""
    if len(own.phrase) > MAX_BUTTON_LABEL:
        return None
    wrong = [each for each in siblings_of(own, others) if len(each.phrase) <= MAX_BUTTON_LABEL]
    chosen = _fair(own, wrong[:TRIED])
    if chosen is None:
        return None
    korean = own.is_korean
    choices = [Choice(Text(own.phrase), is_correct=True)]
    choices += [
        Choice(
            Text(each.phrase),
            reason=Text(wording.about_another(each.concept.title.ko, korean=korean)),
        )
        for each in chosen
    ]
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=own.card.id,
        kind=ItemKind.SINGLE,
        stem=wording.text_of(wording.described(own.concept.title.ko, korean=korean), korean=korean),
        explanation=Text(wording.noted(own.sentence, korean=korean)),
        choices=tuple(sorted(choices, key=lambda each: each.text.ko)),
        stamp=own.card.stamp,
    )
    return Drafted(Rule.DEFINITION, item, own.sentence)


def _fair(own: Definition, wrong: Sequence[Definition]) -> Sequence[Definition] | None:
    """The nearest wrong choices beside which neither words nor length tell the key."""
    for count in range(min(DISTRACTORS, len(wrong)), AT_LEAST - 1, -1):
        for chosen in combinations(wrong, count):
            if _is_odd(own, chosen) or _is_lengthy(own, chosen) or gives_away(own, chosen):
                continue
            return chosen
    return None


def _is_odd(own: Definition, chosen: Sequence[Definition]) -> bool:
    """Whether every wrong choice ends in one and the same noun, and only the key does not."""
    heads = {each.phrase.split()[-1] for each in chosen}
    return own.is_korean and len(heads) == 1 and own.phrase.split()[-1] not in heads


def _is_lengthy(own: Definition, chosen: Sequence[Definition]) -> bool:
    lengths = [len(each.phrase) for each in chosen]
    length = len(own.phrase)
    return length > max(lengths) * MUCH_LONGER or length < min(lengths) * MUCH_SHORTER
