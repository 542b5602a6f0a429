"""Contrasts and definitions → true or false: as the note says it, or two names swapped."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from bot.content.limits import MAX_STEM
from bot.content.model import Concept, Item, ItemId, ItemKind, Text
from bot.notes.drafting import wording
from bot.notes.drafting.clauses import pair_in, swapped
from bot.notes.drafting.definitions import Definition, Form
from bot.notes.drafting.halves import named_things
from bot.notes.drafting.sentences import is_korean, lines_of
from bot.notes.drafting.siblings import is_near, siblings_of
from bot.notes.drafting.terms import betrayed, is_term
from bot.notes.kept import OWN
from bot.notes.model import Drafted, Rule


def compared(concepts: Sequence[Concept]) -> Iterator[Drafted]:
    """Yield an item for each sentence that tells two concepts apart, about the card it is on."""
    terms = [each.concept for each in named_things(concepts) if is_term(each.concept.title.ko)]
    seen: set[str] = set()
    for concept in concepts:
        last: bool | None = None
        for sentence in lines_of(concept):
            pair = pair_in(sentence, terms)
            if pair is None or sentence in seen:
                continue
            seen.add(sentence)
            other_way = swapped(pair)
            if other_way in (None, sentence):
                truth = True
            else:
                # By turns on one card: three in a row that are true would be learnt as such.
                truth = last = _coin(sentence) if last is None else not last
            said = sentence if truth or other_way is None else other_way
            stem = wording.is_it_so(said, korean=pair.is_korean)
            yield from _item(concept, stem, sentence, truth=truth, other=None)


def stated(own: Definition, others: Sequence[Definition]) -> Drafted | None:
    """Return a statement about ``own``: its own definition, or a sibling's; None without one."""
    if own.form is not Form.THING:
        return None
    # What nobody would take for the concept is a false statement that teaches nothing.
    wrong = [each for each in siblings_of(own, others) if is_near(own, each)]
    tells = bool(betrayed(own.concept, own.phrase))
    if tells and not wrong:
        return None
    # A definition that repeats the name would be right at a glance.
    truth = not wrong or (not tells and _coin(own.sentence))
    said = own if truth else wrong[0]
    stem = wording.states(own.subject, said.phrase, korean=own.is_korean)
    other = None if truth else wrong[0].concept
    return next(_item(own.card, stem, own.sentence, truth=truth, other=other), None)


def _item(
    concept: Concept, stem: str, sentence: str, *, truth: bool, other: Concept | None
) -> Iterator[Drafted]:
    if len(stem) > MAX_STEM:
        return
    korean = is_korean(sentence)
    if truth:
        reason = wording.as_noted(korean=korean)
    elif other is not None:
        reason = wording.about_another(other.title.ko, korean=korean)
    else:
        reason = wording.other_way_round(korean=korean)
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=concept.id,
        kind=ItemKind.TRUE_FALSE,
        stem=wording.text_of(stem, korean=korean),
        explanation=Text(wording.noted(sentence, korean=korean)),
        truth=truth,
        reason=Text(reason),
        stamp=concept.stamp,
    )
    yield Drafted(Rule.STATEMENT, item, sentence)


def _coin(text: str) -> bool:
    """Heads or tails, the same for the same text: a note's statements are not all false."""
    return sha256(text.encode()).digest()[0] % 2 == 0
