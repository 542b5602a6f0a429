"""Short questions that go on from the one before: "장점은?" after "도커가 뭐야?"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.cards import Kind
from bot.answers.comparisons import compared, compares
from bot.answers.evidence import Judge
from bot.answers.naming import Naming, longest
from bot.answers.reading import Reading, read_stored, terms_of
from bot.answers.weighing import Weighed, weigh
from bot.answers.weights import Weights
from bot.korean.elaborations import Wish, wish_of
from bot.korean.meanings import meanings_of
from bot.korean.particles import bases

MAX_ELLIPTICAL = 3  # words with content; more make a question of their own
DIGITS = "0123456789"
LIKE = "like"  # the group of meaning of examples and pictures ("예를 들면")


@dataclass(frozen=True, slots=True)
class _Context:
    """What was talked about: the subjects, their names' words, and other words to go on from."""

    owners: frozenset[int]
    words: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]


def weigh_in_context(
    judge: Judge, weights: Weights, text: str, alone: Weighed, previous: str
) -> Weighed:
    """``alone``, or what ``text`` says after ``previous``, if it says too little alone."""
    context = _context(judge, weights, previous)
    if context is None:
        return alone
    wish = wish_of(text)
    if wish is not None:
        return _elaborated(judge, weights, context, wish)
    now = alone.reading
    namings = longest(judge.names.found_in(now))
    if _compares_with(judge, context, now, namings):
        return weigh(judge, weights, Reading((*context.words, *now.content)))
    other = None if namings else _counterpart(judge, context, now)
    if other is not None:
        return weigh(judge, weights, other)
    if not _is_elliptical(judge, now, namings):
        return alone
    joined = [
        _about(judge, context, weigh(judge, weights, Reading((*words, *now.content))))
        for words in context.readings
    ]
    # "왜 써?" has no subject but the one before; "부팅 속도는?" may well stand for itself.
    itself = _about(judge, context, alone) if _is_without_subject(now) else alone
    return max([*joined, itself], key=_confidence)


def names_a_subject(judge: Judge, text: str) -> bool:
    """Whether a question names something, in the notes or next to them: it changes the subject."""
    return bool(judge.names.found_in(judge.read(text)))


def _confidence(weighed: Weighed) -> float:
    return weighed.confidence


def _context(judge: Judge, weights: Weights, previous: str) -> _Context | None:
    before = judge.read(previous)
    namings = longest(judge.names.found_in(before))
    owners = [owner for naming in namings for owner in naming.owners]
    words = tuple(w for naming in namings for w in before.content[naming.start : naming.end])
    if not namings:
        # A paraphrase: go on from the name of what answered it.
        weighed = weigh(judge, weights, before)
        if weighed.order and weighed.confidence >= weights.enough:
            owners = [weighed.order[0]]
            words = read_stored(judge.subjects[owners[0]].names[0]).content
    readings = tuple(dict.fromkeys(each for each in (words, before.content) if each))
    if not readings:
        return None
    return _Context(frozenset(owners), words or before.content, readings)


def _is_elliptical(judge: Judge, now: Reading, namings: Sequence[Naming]) -> bool:
    """Whether a question says too little alone: few words, no name, nothing that no card has."""
    return (
        0 < len(now.content) <= MAX_ELLIPTICAL
        and not namings
        and all(any(map(judge.is_covered, terms_of(word))) for word in now.content)
    )


def _counterpart(judge: Judge, context: _Context, now: Reading) -> Reading | None:
    """The name that differs from what was talked about by just the one word that is asked now.

    "2는?" after "타입 1" is "타입 2", and "이후는?" after "가상화 이전" is "가상화 이후".
    """
    if len(now.content) != 1:
        return None
    for owner in sorted(context.owners):
        for name in judge.subjects[owner].names:
            words = read_stored(name).content
            for at, word in enumerate(words):
                for said in _instead_of(word, now.content[0]):
                    other = (*words[:at], said, *words[at + 1 :])
                    owners = judge.names.owners_of(other)
                    if owners and owner not in owners:
                        return Reading(other)
    return None


def _instead_of(word: str, said: str) -> list[str]:
    """What ``said`` may stand for in place of ``word``: itself, or its number (타입1 → 타입2)."""
    number = "".join(filter(str.isdigit, said))
    stem = word.rstrip(DIGITS)
    numbered = [stem + number] if number and stem and stem != word else []
    return [*bases(said), *numbered]


def _is_without_subject(now: Reading) -> bool:
    return all(meanings_of(word) for word in now.content)


def _compares_with(
    judge: Judge, context: _Context, now: Reading, namings: Sequence[Naming]
) -> bool:
    """Whether one name is set beside what was talked about: "VM이랑 차이는?" after Docker."""
    if compared(now, judge.names.found_in(now), judge.subjects) is not None:
        return False  # it names both sides, though the two may be one longer name
    owners = {owner for naming in namings for owner in naming.owners[:1]}
    concepts = {owner for owner in owners if judge.subjects[owner].kind is Kind.CONCEPT}
    return (
        compares(now)
        and len(owners) == len(concepts) == 1
        and len(namings) == 1
        and bool(context.owners)
        and not concepts & context.owners
    )


def _about(judge: Judge, context: _Context, weighed: Weighed) -> Weighed:
    """``weighed``, without what has nothing to do with what was talked about."""
    if not context.owners:
        return weighed
    fits = {owner: _belongs(judge, context, owner) for owner in weighed.scores}
    scores = {
        owner: score
        for owner, score in weighed.scores.items()
        if fits[owner] or judge.subjects[owner].kind is Kind.OUTSIDE
    }
    order = tuple(owner for owner in weighed.order if fits[owner])
    sure = bool(order) and order[0] == weighed.order[0]
    return replace(
        weighed, scores=scores, order=order, confidence=weighed.confidence if sure else 0.0
    )


def _belongs(judge: Judge, context: _Context, owner: int) -> bool:
    if owner in context.owners:
        return True
    subject = judge.subjects[owner]
    return any(
        judge.subjects[known].id in subject.related or subject.id in judge.subjects[known].related
        for known in context.owners
    ) or any(judge.is_asked_with(owner, word) for word in context.words)


def _elaborated(judge: Judge, weights: Weights, context: _Context, wish: Wish) -> Weighed:
    """What was talked about once more; an example of it only where the notes have one."""
    again = weigh(judge, weights, Reading(context.readings[-1]))
    if wish is Wish.MORE:
        return again
    pictured = _about(judge, context, weigh(judge, weights, Reading((*context.words, "비유"))))
    if _is_pictured(judge, pictured.order[:1]) and pictured.confidence >= weights.enough:
        return pictured
    if any(judge.has(owner, f":{LIKE}") for owner in again.order[:1]):
        return again
    return replace(again, confidence=0.0)


def _is_pictured(judge: Judge, first: Iterable[int]) -> bool:
    return any(judge.is_asked_with(owner, f":{LIKE}") for owner in first)
