"""What a discussion came to, as a value that is stored when it closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from bot.content.model import Text
from bot.discussion.model import Voter
from bot.discussion.reasons import Marks
from bot.discussion.shift import Shift
from bot.discussion.tally import Tally

VERSION = 1


class UnreadableReport(Exception):
    """A stored report is of a version that this one does not know."""


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """A reason with its marks; ``author`` is None in an anonymous discussion.

    ``fields`` are pairs of a field's id and what was written there.
    """

    stance: int | None
    text: str
    fields: tuple[tuple[str, str], ...]
    author: Voter | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question that nobody has answered yet; ``author`` as with reasons."""

    text: str
    author: Voter | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A concept, by content's id, with its title, and how often it was cited."""

    concept: str
    title: Text
    n: int


@dataclass(frozen=True, slots=True)
class FieldShown:
    """What was written in a field, by its id: each value once, with how many wrote it."""

    field: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a discussion came to.

    Attributes:
        second, shift: None: nobody voted a second time; of an anonymous discussion ``shift`` is
            merged, and None where it would tell too much.
        members: how many voted at all. None: in an anonymous debate with two votes it would tell
            how many voted once, and with that who moved.
        reasons: how many are in sight; ``agreed`` and ``divisive`` are the first few.
    """

    first: Tally
    second: Tally | None
    shift: Shift | None
    agreed: tuple[ReasonShown, ...]
    divisive: tuple[ReasonShown, ...]
    open_questions: tuple[QuestionShown, ...]
    cited: tuple[Cited, ...]
    fields: tuple[FieldShown, ...]
    members: int | None
    reasons: int

    def forgetting(self, voter: Voter) -> Self:
        """Return the report without the name of ``voter``, who asked to be forgotten."""

        def unsigned(each: ReasonShown) -> ReasonShown:
            return replace(each, author=None) if each.author == voter else each

        return replace(
            self,
            agreed=tuple(unsigned(each) for each in self.agreed),
            divisive=tuple(unsigned(each) for each in self.divisive),
            open_questions=tuple(
                replace(each, author=None) if each.author == voter else each
                for each in self.open_questions
            ),
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        shift = self.shift
        return {
            "v": VERSION,
            "first": _tally_json(self.first),
            "second": None if self.second is None else _tally_json(self.second),
            "shift": None
            if shift is None
            else [shift.cells, shift.only_first, shift.only_second, shift.merged],
            "agreed": [_reason_json(each) for each in self.agreed],
            "divisive": [_reason_json(each) for each in self.divisive],
            "open_questions": [[each.text, each.author] for each in self.open_questions],
            "cited": [[each.concept, each.title.ko, each.title.en, each.n] for each in self.cited],
            "fields": [[each.field, each.values] for each in self.fields],
            "members": self.members,
            "reasons": self.reasons,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what was stored.

        Raises:
            UnreadableReport: it is of another version.
        """
        if stored.get("v") != VERSION:
            raise UnreadableReport(f"version {stored.get('v')}")
        return cls(
            first=_tally(stored["first"]),
            second=None if stored["second"] is None else _tally(stored["second"]),
            shift=None if stored["shift"] is None else _shift(*stored["shift"]),
            agreed=tuple(_reason(each) for each in stored["agreed"]),
            divisive=tuple(_reason(each) for each in stored["divisive"]),
            open_questions=tuple(QuestionShown(*each) for each in stored["open_questions"]),
            cited=tuple(Cited(name, Text(ko, en), n) for name, ko, en, n in stored["cited"]),
            fields=tuple(
                FieldShown(name, tuple((value, n) for value, n in values))
                for name, values in stored["fields"]
            ),
            members=stored["members"],
            reasons=stored["reasons"],
        )


def _tally_json(tally: Tally) -> list[Any]:
    return [tally.counts, tally.voters]


def _tally(stored: Sequence[Any]) -> Tally:
    counts, voters = stored
    return Tally(tuple(counts), voters)


def _shift(
    cells: Sequence[Sequence[int]],
    only_first: Sequence[int],
    only_second: Sequence[int],
    is_merged: bool,
) -> Shift:
    return Shift(tuple(map(tuple, cells)), tuple(only_first), tuple(only_second), is_merged)


def _reason_json(each: ReasonShown) -> list[Any]:
    marks = each.marks
    return [
        each.stance,
        each.text,
        each.fields,
        each.author,
        [marks.agree, marks.differ, marks.passed],
    ]


def _reason(stored: Sequence[Any]) -> ReasonShown:
    stance, text, fields, author, marks = stored
    pairs = tuple((name, value) for name, value in fields)
    return ReasonShown(stance, text, pairs, author, Marks(*marks))
