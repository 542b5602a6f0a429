"""Queries of questions that got no answer, or one that somebody called wrong."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from bot.answers.asked import Outcome, Verdict
from bot.answers.store import FeedbackRow, QuestionRow
from bot.answers.teaching.model import Missed
from bot.answers.teaching.store.tables import SettledRow
from bot.ids import GuildId, MemberId
from bot.storage.work import Work


async def of_guild(work: Work, guild: GuildId, limit: int) -> list[Missed]:
    """Return what waits for a moderator of ``guild``, newest first."""
    rows = await work.session.scalars(_open(guild).order_by(QuestionRow.id.desc()).limit(limit))
    return [
        Missed(
            number=row.id,
            member=MemberId(row.member_id),
            text=row.text,
            outcome=Outcome(row.outcome),
            at=row.asked_at,
            answered_with=row.concept,
            previous=row.previous,
        )
        for row in rows
    ]


def _open(guild: GuildId) -> Select[QuestionRow]:
    return select(QuestionRow).where(*_is_open(guild))


def _is_open(guild: GuildId) -> tuple[ColumnElement[bool], ...]:
    called_wrong = exists().where(
        FeedbackRow.question_id == QuestionRow.id, FeedbackRow.verdict == Verdict.DOWN.value
    )
    settled = exists().where(SettledRow.question_id == QuestionRow.id)
    return (
        QuestionRow.guild_id == guild,
        or_(
            QuestionRow.outcome == Outcome.GAP.value,
            and_(QuestionRow.outcome == Outcome.ANSWERED.value, called_wrong),
        ),
        ~settled,
    )
