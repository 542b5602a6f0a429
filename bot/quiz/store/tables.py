"""The quiz's tables: schedules, live rounds, the items asked, and members' first answers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.quiz.model import MAX_GIVEN
from bot.storage.base import Base, RowId, UtcDateTime


class ScheduleRow(Base):
    """A daily quiz of a server. ``next_at`` and ``digest_at`` are NULL unless it runs."""

    __tablename__ = "quiz_schedule"
    __table_args__ = (
        CheckConstraint("state IN ('running', 'paused', 'removed')", name="state_known"),
        CheckConstraint("state = 'running' OR next_at IS NULL", name="only_running_has_next"),
        Index("ix_quiz_schedule_guild_id", "guild_id"),
        Index("ix_quiz_schedule_next_at", "next_at"),
        Index("ix_quiz_schedule_digest_at", "digest_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    rule: Mapped[str] = mapped_column(String(64))
    zone: Mapped[str] = mapped_column(String(64))
    topic: Mapped[str | None] = mapped_column(String(64))
    skips: Mapped[list[str]] = mapped_column(JSON)
    items: Mapped[int] = mapped_column(Integer)
    ping_role_id: Mapped[int | None] = mapped_column(BigInteger)
    hides_verdict: Mapped[bool] = mapped_column(Boolean)
    digest: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str] = mapped_column(String(16))
    paused_for: Mapped[str | None] = mapped_column(String(16))
    next_day: Mapped[date | None] = mapped_column(Date)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_day: Mapped[date | None] = mapped_column(Date)
    digest_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


_RUNNING = text("phase <> 'ended'")


class RoundRow(Base):
    """A live round of a channel. ``until`` is NULL once it has ended."""

    __tablename__ = "quiz_round"
    __table_args__ = (
        CheckConstraint(
            "phase IN ('opening', 'between', 'asking', 'unsent', 'paused', 'ended')",
            name="phase_known",
        ),
        CheckConstraint("(phase = 'ended') = (until IS NULL)", name="runs_until"),
        CheckConstraint("(phase = 'ended') = (ending IS NOT NULL)", name="ended_has_reason"),
        CheckConstraint("(phase = 'paused') = (paused_in IS NOT NULL)", name="paused_knows_where"),
        Index(
            "uq_quiz_round_running",
            "guild_id",
            "channel_id",
            unique=True,
            sqlite_where=_RUNNING,
            postgresql_where=_RUNNING,
        ),
        Index("ix_quiz_round_until", "until"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    topic: Mapped[list[str | None]] = mapped_column(JSON)
    seconds: Mapped[int] = mapped_column(Integer)
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    in_thread: Mapped[bool] = mapped_column(Boolean)
    phase: Mapped[str] = mapped_column(String(16))
    part: Mapped[int] = mapped_column(Integer)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paused_in: Mapped[str | None] = mapped_column(String(16))
    left_ms: Mapped[int | None] = mapped_column(Integer)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    turned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ending: Mapped[str | None] = mapped_column(String(16))


class AskedRow(Base):
    """One item of a schedule's day or of a live round; counted at its closing."""

    __tablename__ = "quiz_asked"
    __table_args__ = (
        UniqueConstraint("guild_id", "schedule_id", "day", "part"),
        UniqueConstraint("guild_id", "round_id", "part"),
        CheckConstraint("(schedule_id IS NULL) <> (round_id IS NULL)", name="one_owner"),
        CheckConstraint("state IN ('open', 'closed', 'missed', 'withdrawn')", name="state_known"),
        CheckConstraint("state <> 'closed' OR closed_at IS NOT NULL", name="closed_has_moment"),
        Index("ix_quiz_asked_state_closes_at", "state", "closes_at"),
        Index("ix_quiz_asked_guild_id_due", "guild_id", "due"),
        Index("ix_quiz_asked_schedule_id_state", "schedule_id", "state"),
        Index("ix_quiz_asked_round_id", "round_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    schedule_id: Mapped[int | None] = mapped_column(ForeignKey("quiz_schedule.id"))
    round_id: Mapped[int | None] = mapped_column(ForeignKey("quiz_round.id"))
    day: Mapped[date] = mapped_column(Date)
    part: Mapped[int] = mapped_column(Integer)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    # The content's id, not a row of ours: content lives in files.
    item: Mapped[str] = mapped_column(String(64))
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    hides_verdict: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str] = mapped_column(String(16))
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answers: Mapped[int | None] = mapped_column(Integer)
    right: Mapped[int | None] = mapped_column("right_answers", Integer)


class AnswerRow(Base):
    """A member's first answer to an asked item. ``sureness`` is NULL until they tell it."""

    __tablename__ = "quiz_answer"
    __table_args__ = (
        UniqueConstraint("guild_id", "asked_id", "member_id"),
        CheckConstraint("sureness BETWEEN 0 AND 2", name="sureness_known"),
        Index("ix_quiz_answer_guild_id_member_id", "guild_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    asked_id: Mapped[int] = mapped_column(ForeignKey("quiz_asked.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(BigInteger)
    item: Mapped[str] = mapped_column(String(64))
    given: Mapped[str] = mapped_column(String(MAX_GIVEN))
    is_right: Mapped[bool] = mapped_column(Boolean)
    sureness: Mapped[int | None] = mapped_column(Integer)
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)
