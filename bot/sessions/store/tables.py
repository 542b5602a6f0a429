"""The tables of sessions, of who was there and what they understood, of plans and settled cases."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, RowId, UtcDateTime

_RUNNING = text("phase <> 'ended'")


class PlanRow(Base):
    """A planned session. ``next_at``: when something is to be done for it; NULL once it is over."""

    __tablename__ = "session_plan"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'done', 'cancelled')", name="state_known"),
        CheckConstraint("(state = 'open') = (next_at IS NOT NULL)", name="open_has_next"),
        Index("ix_session_plan_next_at", "next_at"),
        Index("ix_session_plan_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    topic: Mapped[str] = mapped_column(String(100))
    title: Mapped[list[str | None]] = mapped_column(JSON)
    minutes: Mapped[int] = mapped_column(Integer)
    weekly: Mapped[bool] = mapped_column(Boolean)
    zone: Mapped[str] = mapped_column(String(64))
    wall: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    occurrence: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer)
    reminded: Mapped[int] = mapped_column(Integer)
    started: Mapped[bool] = mapped_column(Boolean)
    event_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(16))
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SessionRow(Base):
    """One session of a channel. ``until`` is NULL once it has ended."""

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint(
            "phase IN ('opening', 'running', 'overtime', 'paused', 'ended')", name="phase_known"
        ),
        CheckConstraint("(phase = 'ended') = (until IS NULL)", name="runs_until"),
        CheckConstraint("(phase = 'ended') = (ending IS NOT NULL)", name="ended_has_reason"),
        CheckConstraint("(phase = 'paused') = (left_ms IS NOT NULL)", name="paused_knows_left"),
        Index(
            "uq_session_running",
            "guild_id",
            "channel_id",
            unique=True,
            sqlite_where=_RUNNING,
            postgresql_where=_RUNNING,
        ),
        Index("ix_session_until", "until"),
        Index("ix_session_round_id", "round_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    topic: Mapped[str] = mapped_column(String(100))
    title: Mapped[list[str | None]] = mapped_column(JSON)
    goal: Mapped[list[str | None]] = mapped_column(JSON)
    parts: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    discussions: Mapped[list[list[int]]] = mapped_column(JSON)
    phase: Mapped[str] = mapped_column(String(16))
    at: Mapped[int] = mapped_column(Integer)
    turn: Mapped[int] = mapped_column(Integer)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    left_ms: Mapped[int | None] = mapped_column(BigInteger)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    turned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    round_id: Mapped[int | None] = mapped_column(BigInteger)
    rounds: Mapped[list[int]] = mapped_column(JSON)
    remark: Mapped[str | None] = mapped_column(String(32))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("session_plan.id", ondelete="SET NULL"))
    ending: Mapped[str | None] = mapped_column(String(16))


class AttendanceRow(Base):
    """Who was at a session."""

    __tablename__ = "session_member"

    session_id: Mapped[int] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)


class UnderstandingRow(Base):
    """What a member said of a concept in a session: clear by now, or not yet."""

    __tablename__ = "session_understanding"

    session_id: Mapped[int] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )
    # The content's id: content lives in files.
    concept: Mapped[str] = mapped_column(String(100), primary_key=True)
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    is_clear: Mapped[bool] = mapped_column(Boolean)


class StudiedRow(Base):
    """A case of what to study next that a moderator settled, with the concept that answers it."""

    __tablename__ = "session_studied"
    __table_args__ = (UniqueConstraint("guild_id", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    # Names the case: a number made from its kind and what it is about.
    number: Mapped[int] = mapped_column(BigInteger)
    # How much evidence there was; with more it comes back.
    evidence: Mapped[int] = mapped_column(Integer)
    concept: Mapped[str | None] = mapped_column(String(100))
    settled_by: Mapped[int] = mapped_column(BigInteger)
    settled_at: Mapped[datetime] = mapped_column(UtcDateTime)
