"""Queries of what members write: reasons and their marks, questions, cited concepts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.discussion.model import (
    Discussion,
    Mark,
    Marking,
    Material,
    OpenQuestion,
    Reason,
    Vote,
    Voter,
)
from bot.discussion.store import votes
from bot.discussion.store.tables import (
    CITATIONS,
    MARKS,
    QUESTIONS,
    REASONS,
    CitationRow,
    MarkRow,
    QuestionRow,
    ReasonRow,
    within,
)
from bot.storage.upsert import upsert
from bot.storage.work import Work

_NO_SYNC = {"synchronize_session": False}
_FRESH = {"populate_existing": True}


async def material(work: Work, discussions: Collection[Discussion]) -> dict[int, Material]:
    """Return everything that was put into ``discussions``, by discussion's number."""
    voted = await votes.of(work, discussions)
    numbers = [each.id for each in discussions]
    reasons: dict[int, list[Reason]] = {number: [] for number in numbers}
    found = select(ReasonRow).where(*within(REASONS, discussions))
    order = (ReasonRow.discussion_id, ReasonRow.written_at, ReasonRow.id)
    for row in await work.session.scalars(found.order_by(*order)):
        reasons[row.discussion_id].append(_reason(row))
    marks: dict[int, list[Marking]] = {number: [] for number in numbers}
    marked = select(MarkRow.discussion_id, MarkRow.reason_id, MarkRow.voter, MarkRow.mark).where(
        *within(MARKS, discussions)
    )
    for number, reason, voter, mark in await work.session.execute(marked):
        marks[number].append(Marking(reason, Voter(voter), Mark(mark)))
    questions: dict[int, list[OpenQuestion]] = {number: [] for number in numbers}
    asked = select(QuestionRow).where(*within(QUESTIONS, discussions))
    by_age = (QuestionRow.discussion_id, QuestionRow.asked_at, QuestionRow.id)
    for each in await work.session.scalars(asked.order_by(*by_age)):
        questions[each.discussion_id].append(_question(each))
    cited: dict[int, dict[str, int]] = {number: {} for number in numbers}
    citations = select(CitationRow).where(*within(CITATIONS, discussions))
    for citation in await work.session.scalars(citations.order_by(CitationRow.concept)):
        cited[citation.discussion_id][citation.concept] = citation.times
    return {
        number: Material(
            tuple(voted[number]),
            tuple(reasons[number]),
            tuple(marks[number]),
            tuple(questions[number]),
            cited[number],
        )
        for number in numbers
    }


async def reasons_by(work: Work, discussion: Discussion, voter: Voter) -> list[Reason]:
    """Return what ``voter`` wrote."""
    found = select(ReasonRow).where(*within(REASONS, [discussion]), ReasonRow.voter == voter)
    rows = await work.session.scalars(found.order_by(ReasonRow.written_at, ReasonRow.id))
    return [_reason(row) for row in rows]


async def reason(work: Work, discussion: Discussion, reason_id: int) -> Reason | None:
    """Return one reason."""
    found = select(ReasonRow).where(*within(REASONS, [discussion]), ReasonRow.id == reason_id)
    row = await work.session.scalar(found, execution_options=_FRESH)
    return None if row is None else _reason(row)


async def add_reason(work: Work, discussion: Discussion, reason: Reason, now: datetime) -> None:
    """Store a new reason; the moment is dropped where it is anonymous."""
    await work.session.execute(
        insert(ReasonRow).values(
            discussion_id=discussion.id,
            id=reason.id,
            guild_id=discussion.guild,
            voter=reason.voter,
            stance=reason.stance,
            text=reason.text,
            fields=dict(reason.fields),
            round=reason.round,
            hidden=reason.hidden,
            written_at=None if discussion.anonymous else now,
        )
    )


async def change_reason(work: Work, discussion: Discussion, reason: Reason) -> None:
    """Store what a reason says by now, and whether it is in sight."""
    await work.session.execute(
        update(ReasonRow)
        .where(*within(REASONS, [discussion]), ReasonRow.id == reason.id)
        .values(
            stance=reason.stance,
            text=reason.text,
            fields=dict(reason.fields),
            hidden=reason.hidden,
        ),
        execution_options=_NO_SYNC,
    )


async def move_reasons(work: Work, changed: Sequence[tuple[Discussion, Vote]]) -> None:
    """Let reasons of a vote that is not over follow their authors' stances."""
    places = [(each.id, vote.round, vote.voter) for each, vote in changed]
    written = await work.session.execute(
        select(ReasonRow.discussion_id, ReasonRow.round, ReasonRow.voter)
        .where(
            *within(REASONS, [each for each, _ in changed]),
            tuple_(ReasonRow.discussion_id, ReasonRow.round, ReasonRow.voter).in_(places),
        )
        .distinct()
    )
    wrote = {(number, turn, voter) for number, turn, voter in written}
    for each, vote in changed:
        if (each.id, vote.round, vote.voter) in wrote:
            await work.session.execute(
                update(ReasonRow)
                .where(
                    *within(REASONS, [each]),
                    ReasonRow.round == vote.round,
                    ReasonRow.voter == vote.voter,
                )
                .values(stance=only_stance(vote.stances)),
                execution_options=_NO_SYNC,
            )


async def mark(work: Work, discussion: Discussion, marking: Marking) -> None:
    """Store what a voter thinks of a reason, in place of what they thought before."""
    row = {
        "discussion_id": discussion.id,
        "reason_id": marking.reason,
        "voter": marking.voter,
        "guild_id": discussion.guild,
        "mark": int(marking.mark),
    }
    await upsert(work, MARKS, [row], keys=("discussion_id", "reason_id", "voter"))


async def marks_by(work: Work, discussion: Discussion, voter: Voter) -> dict[int, Mark]:
    """Return how ``voter`` marked, by reason."""
    found = select(MarkRow.reason_id, MarkRow.mark).where(
        *within(MARKS, [discussion]), MarkRow.voter == voter
    )
    return {reason_id: Mark(value) for reason_id, value in await work.session.execute(found)}


async def add_question(
    work: Work, discussion: Discussion, question: OpenQuestion, now: datetime
) -> None:
    """Store a new question; the moment is dropped where it is anonymous."""
    await work.session.execute(
        insert(QuestionRow).values(
            discussion_id=discussion.id,
            id=question.id,
            guild_id=discussion.guild,
            voter=question.voter,
            text=question.text,
            asked_at=None if discussion.anonymous else now,
        )
    )


async def question(work: Work, discussion: Discussion, question_id: int) -> OpenQuestion | None:
    """Return one question."""
    found = select(QuestionRow).where(
        *within(QUESTIONS, [discussion]), QuestionRow.id == question_id
    )
    row = await work.session.scalar(found, execution_options=_FRESH)
    return None if row is None else _question(row)


async def answer_question(work: Work, discussion: Discussion, answered: OpenQuestion) -> None:
    """Store the answer to a question."""
    await work.session.execute(
        update(QuestionRow)
        .where(*within(QUESTIONS, [discussion]), QuestionRow.id == answered.id)
        .values(answer=answered.answer, concept=answered.concept, answered_by=answered.answered_by),
        execution_options=_NO_SYNC,
    )


async def questions_by(work: Work, discussion: Discussion, voter: Voter) -> list[OpenQuestion]:
    """Return what ``voter`` asked."""
    found = select(QuestionRow).where(*within(QUESTIONS, [discussion]), QuestionRow.voter == voter)
    rows = await work.session.scalars(found.order_by(QuestionRow.asked_at, QuestionRow.id))
    return [_question(row) for row in rows]


async def cite(work: Work, discussion: Discussion, concept: str) -> None:
    """Count one more citation of ``concept`` (content's id)."""
    dialect = work.session.get_bind().dialect.name
    statement = (sqlite if dialect == "sqlite" else postgresql).insert(CITATIONS)
    row: dict[str, Any] = {
        "discussion_id": discussion.id,
        "concept": concept,
        "guild_id": discussion.guild,
        "times": 1,
    }
    await work.session.execute(
        statement.values(row).on_conflict_do_update(
            index_elements=["discussion_id", "concept"], set_={"times": CITATIONS.c.times + 1}
        )
    )


async def count_reasons(work: Work, discussion: Discussion) -> int:
    """Return how many reasons are in sight."""
    found = select(func.count()).where(*within(REASONS, [discussion]), ReasonRow.hidden.is_(False))
    return int(await work.session.scalar(found) or 0)


def only_stance(stances: frozenset[int]) -> int | None:
    """Return the stance where there is exactly one."""
    return next(iter(stances)) if len(stances) == 1 else None


def _reason(row: ReasonRow) -> Reason:
    return Reason(
        id=row.id,
        voter=Voter(row.voter),
        stance=row.stance,
        text=row.text,
        fields=row.fields,
        round=row.round,
        hidden=row.hidden,
    )


def _question(row: QuestionRow) -> OpenQuestion:
    return OpenQuestion(
        id=row.id,
        voter=Voter(row.voter),
        text=row.text,
        answer=row.answer,
        concept=row.concept,
        answered_by=None if row.answered_by is None else Voter(row.answered_by),
    )
