"""The tables: what is remembered, rounds and their items, reminders, who shows on the board."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.quiz.model import MAX_GIVEN
from bot.storage.base import Base, RowId, UtcDateTime


class CardRow(Base):
    """What a member remembers of an item. ``before``: [stability, difficulty, reviewed, due]."""

    __tablename__ = "review_card"
    __table_args__ = (
        UniqueConstraint("guild_id", "member_id", "item"),
        CheckConstraint("origin IN ('daily', 'turn')", name="origin_known"),
        Index("ix_review_card_guild_id_member_id_due_on", "guild_id", "member_id", "due_on"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    # The content's id, not a row of ours: content lives in files.
    item: Mapped[str] = mapped_column(String(64))
    stability: Mapped[float] = mapped_column(Float)
    difficulty: Mapped[float] = mapped_column(Float)
    reviewed_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    before: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    origin: Mapped[str] = mapped_column(String(8))
    origin_id: Mapped[int] = mapped_column(BigInteger)
    grade: Mapped[int] = mapped_column(Integer)
    reviewed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RunRow(Base):
    """A round of items that one member is asked."""

    __tablename__ = "review_run"
    __table_args__ = (
        CheckConstraint("mode IN ('review', 'practice')", name="mode_known"),
        Index("ix_review_run_guild_id_member_id", "guild_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    mode: Mapped[str] = mapped_column(String(8))
    length: Mapped[int] = mapped_column(Integer)


class TurnRow(Base):
    """One item of a round. ``given`` is NULL until it is answered."""

    __tablename__ = "review_turn"
    __table_args__ = (
        UniqueConstraint("run_id", "place"),
        CheckConstraint("sureness BETWEEN 0 AND 2", name="sureness_known"),
        CheckConstraint("(given IS NULL) = (answered_at IS NULL)", name="given_has_moment"),
        Index("ix_review_turn_guild_id_member_id", "guild_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    run_id: Mapped[int] = mapped_column(ForeignKey("review_run.id", ondelete="CASCADE"))
    place: Mapped[int] = mapped_column(Integer)
    item: Mapped[str] = mapped_column(String(64))
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    given: Mapped[str | None] = mapped_column(String(MAX_GIVEN))
    is_right: Mapped[bool] = mapped_column(Boolean)
    sureness: Mapped[int | None] = mapped_column(Integer)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReminderRow(Base):
    """A member's wish to be reminded privately. ``next_at`` is NULL where it is off."""

    __tablename__ = "review_reminder"
    __table_args__ = (
        UniqueConstraint("guild_id", "member_id"),
        CheckConstraint("hour BETWEEN 0 AND 23", name="hour_of_day"),
        CheckConstraint("(next_day IS NULL) = (next_at IS NULL)", name="day_has_moment"),
        Index("ix_review_reminder_next_at", "next_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    hour: Mapped[int] = mapped_column(Integer)
    zone: Mapped[str] = mapped_column(String(64))
    next_day: Mapped[date | None] = mapped_column(Date)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_day: Mapped[date | None] = mapped_column(Date)
    # Direct messages were found closed, and the member has not been told yet.
    was_closed: Mapped[bool] = mapped_column(Boolean)


class BoardRow(Base):
    """A member who chose to be seen on the server's leaderboard."""

    __tablename__ = "review_board"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
