"""Tables and queries of what was asked, and what members thought of the answers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    String,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.answers.asked import Asked, Judged, Outcome
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.storage.base import Base, RowId, UtcDateTime, table_of
from bot.storage.upsert import upsert
from bot.storage.work import Work


class QuestionRow(Base):
    """One question, whatever became of it. ``guild_id`` is NULL in direct messages."""

    __tablename__ = "question"
    __table_args__ = (
        CheckConstraint("outcome IN ('answered', 'prompt', 'gap')", name="outcome_known"),
        Index("ix_question_channel_id_member_id_asked_at", "channel_id", "member_id", "asked_at"),
        Index("ix_question_guild_id_outcome", "guild_id", "outcome"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int | None] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str] = mapped_column(String(2000))
    outcome: Mapped[str] = mapped_column(String(16))
    # The content's ids, not rows of ours: content lives in files.
    concept: Mapped[str | None] = mapped_column(String(64))
    prompt: Mapped[str | None] = mapped_column(String(64))
    confidence: Mapped[float] = mapped_column(Float)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # What it was read as going on from, in words.
    previous: Mapped[str | None] = mapped_column(String(300))
    # Two of the content's ids, divided by a blank.
    compared: Mapped[str | None] = mapped_column(String(130))


class FeedbackRow(Base):
    """What one member thought of one answer; their latest word counts."""

    __tablename__ = "answer_feedback"
    __table_args__ = (CheckConstraint("verdict IN ('up', 'down')", name="verdict_known"),)

    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    verdict: Mapped[str] = mapped_column(String(8))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)


FeedbackTable = table_of(FeedbackRow)


async def keep_question(work: Work, asked: Asked) -> int:
    """Store ``asked``; return its row's number."""
    row = QuestionRow(
        guild_id=asked.place.guild,
        channel_id=asked.place.channel,
        member_id=asked.member,
        text=asked.text,
        outcome=asked.outcome.value,
        concept=asked.concept,
        prompt=asked.prompt,
        confidence=asked.confidence,
        asked_at=asked.at,
        previous=asked.previous,
        compared=" ".join(asked.compared) if asked.compared else None,
    )
    work.session.add(row)
    await work.session.flush()
    return row.id


async def question(work: Work, number: int, guild: GuildId | None) -> Asked | None:
    """Return the question ``number`` if it was asked in ``guild`` (None: in direct messages)."""
    row = await work.session.scalar(
        select(QuestionRow).where(QuestionRow.id == number, QuestionRow.guild_id == guild)
    )
    return None if row is None else _asked(row)


async def kept_of(work: Work, guild: GuildId | None, numbers: Sequence[int]) -> frozenset[int]:
    """Return which of ``numbers`` are questions of ``guild`` (None: of direct messages)."""
    found = await work.session.scalars(
        select(QuestionRow.id).where(QuestionRow.guild_id == guild, QuestionRow.id.in_(numbers))
    )
    return frozenset(found)


async def unanswered_in(
    work: Work, guild: GuildId, channel: ChannelId, since: datetime, limit: int
) -> list[str]:
    """Return the questions of a channel since then that got no answer, oldest first."""
    found = (
        select(QuestionRow.text)
        .where(
            QuestionRow.guild_id == guild,
            QuestionRow.channel_id == channel,
            QuestionRow.asked_at >= since,
            QuestionRow.outcome == Outcome.GAP.value,
        )
        .order_by(QuestionRow.id)
        .limit(limit)
    )
    return list(await work.session.scalars(found))


async def keep_feedback(work: Work, judged: Sequence[Judged]) -> None:
    """Store what members think of answers; of two words about the same answer the last counts."""
    rows = [
        {
            "question_id": each.question,
            "member_id": each.member,
            "verdict": each.verdict.value,
            "given_at": each.at,
        }
        for each in judged
    ]
    await upsert(work, FeedbackTable, rows, keys=("question_id", "member_id"))


def _asked(row: QuestionRow) -> Asked:
    return Asked(
        place=Place(
            None if row.guild_id is None else GuildId(row.guild_id), ChannelId(row.channel_id)
        ),
        member=MemberId(row.member_id),
        text=row.text,
        outcome=Outcome(row.outcome),
        concept=row.concept,
        prompt=row.prompt,
        confidence=row.confidence,
        at=row.asked_at,
        compared=_pair(row.compared),
        previous=row.previous,
    )


def _pair(stored: str | None) -> tuple[str, str] | None:
    left, _, right = (stored or "").partition(" ")
    return (left, right) if right else None
