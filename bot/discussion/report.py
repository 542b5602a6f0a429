"""Counts what a discussion came to: once, when it closes; it stays as it was counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.content.model import Text
from bot.content.names import folded
from bot.discussion.model import Discussion, Material, OpenQuestion, Reason, Voter
from bot.discussion.outcome import (
    Cited,
    FieldShown,
    QuestionShown,
    ReasonShown,
    Report,
    UnreadableReport,
)
from bot.discussion.reasons import Marks, agreed_across, divisive, in_turn, marks_of
from bot.discussion.shift import merged, shift_of
from bot.discussion.tally import tally_of

__all__ = [
    "Cited",
    "FieldShown",
    "QuestionShown",
    "ReasonShown",
    "Report",
    "UnreadableReport",
    "reasons_shown",
    "report_of",
]

MAX_AGREED = 5
MAX_DIVISIVE = 5
MAX_QUESTIONS = 20
MAX_CITED = 10
MAX_VALUES = 20
NO_TITLES: Mapping[str, Text] = {}


def report_of(
    discussion: Discussion, material: Material, titles: Mapping[str, Text] = NO_TITLES
) -> Report:
    """Count what was put into ``discussion``; ``titles`` are the concepts', by their ids.

    With hundreds of voters and reasons it takes the processor for a while: run it in a thread.
    """
    prompt = discussion.prompt
    votes, reasons, markings = material.votes, material.reasons, material.markings
    first = tally_of(votes, len(prompt.stances), 1)
    second = tally_of(votes, len(prompt.stances), 2)
    shift = shift_of(votes, len(prompt.stances)) if second.voters else None
    if shift is not None and discussion.anonymous:
        shift = merged(shift)
    told = agreed_across(reasons, markings, votes)[:MAX_AGREED]
    ids = {reason.id for reason in told}
    split = [each for each in divisive(reasons, markings) if each.id not in ids][:MAX_DIVISIVE]
    marks = marks_of(markings)
    is_telling = discussion.anonymous and second.voters > 0
    return Report(
        first=first,
        second=second if second.voters else None,
        shift=shift,
        agreed=_shown(discussion, told, marks),
        divisive=_shown(discussion, split, marks),
        open_questions=_open(discussion, material.questions),
        cited=_cited(material.citations, titles),
        fields=tuple(_field(each.id, reasons) for each in prompt.fields),
        members=None if is_telling else len({vote.voter for vote in votes}),
        reasons=sum(not reason.hidden for reason in reasons),
    )


def reasons_shown(discussion: Discussion, material: Material) -> tuple[ReasonShown, ...]:
    """Return every reason in sight, in the order of the paged list."""
    found = in_turn(material.reasons, material.markings)
    return _shown(discussion, found, marks_of(material.markings))


def _shown(
    discussion: Discussion, reasons: Sequence[Reason], marks: Mapping[int, Marks]
) -> tuple[ReasonShown, ...]:
    return tuple(
        ReasonShown(
            reason.stance,
            reason.text,
            tuple((name, text) for name, text in reason.fields.items() if text),
            None if discussion.anonymous else reason.voter,
            marks.get(reason.id, Marks()),
        )
        for reason in reasons
    )


def _open(discussion: Discussion, questions: Iterable[OpenQuestion]) -> tuple[QuestionShown, ...]:
    waiting = [question for question in questions if question.is_open]
    return tuple(
        QuestionShown(each.text, None if discussion.anonymous else each.voter)
        for each in waiting[:MAX_QUESTIONS]
    )


def _cited(citations: Mapping[str, int], titles: Mapping[str, Text]) -> tuple[Cited, ...]:
    ordered = sorted(citations.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Cited(concept, titles.get(concept, Text(concept)), n) for concept, n in ordered[:MAX_CITED]
    )


def _field(name: str, reasons: Iterable[Reason]) -> FieldShown:
    """Count who wrote what; spelling, case and spaces apart (each member counts once a value)."""
    written: dict[str, str] = {}
    counted: Counter[str] = Counter()
    seen: set[tuple[Voter, str]] = set()
    for reason in reasons:
        value = " ".join(reason.fields.get(name, "").split())
        if reason.hidden or not value:
            continue
        key = folded(value)
        written.setdefault(key, value)
        if (reason.voter, key) not in seen:
            seen.add((reason.voter, key))
            counted[key] += 1
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return FieldShown(name, tuple((written[key], n) for key, n in ordered[:MAX_VALUES]))
