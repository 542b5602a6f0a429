"""The discussions' tables. What members put in is keyed by voter, never numbered in order."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.discussion.model import MAX_QUESTION, MAX_REASON, Discussion, Phase
from bot.storage.base import Base, RowId, UtcDateTime, table_of

_PHASES = ", ".join(f"'{phase}'" for phase in Phase)
_OPEN = ", ".join(f"'{phase}'" for phase in Phase if phase.is_open)
# SQLite would give each row a number in the order of its coming, which an anonymous vote must not
# have: such tables are kept in the order of their keys instead.
UNNUMBERED = {"sqlite_with_rowid": False}
VOTER_LENGTH = 32


class DiscussionRow(Base):
    """One discussion. ``ends_at`` is NULL while it is paused and once it is over.

    ``scrub_at`` is set when a key was deleted whose bytes are still to be wiped from the files.
    """

    __tablename__ = "discussion"
    __table_args__ = (
        CheckConstraint(f"phase IN ({_PHASES})", name="phase_known"),
        CheckConstraint(f"phase IN ({_OPEN}) OR ends_at IS NULL", name="over_has_no_end"),
        CheckConstraint(f"(phase IN ({_OPEN})) = (closed_at IS NULL)", name="over_has_moment"),
        CheckConstraint("ends_at IS NULL OR paused_left IS NULL", name="paused_has_no_end"),
        Index("ix_discussion_guild_id_phase", "guild_id", "phase"),
        Index("ix_discussion_guild_id_channel_id", "guild_id", "channel_id"),
        Index("ix_discussion_guild_id_thread_id", "guild_id", "thread_id"),
        Index("ix_discussion_ends_at", "ends_at"),
        Index("ix_discussion_follow_at", "follow_at"),
        Index("ix_discussion_scrub_at", "scrub_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    threadless: Mapped[bool] = mapped_column(Boolean)
    # The content's ids, not rows of ours: content lives in files.
    topic: Mapped[str] = mapped_column(String(64))
    prompt: Mapped[str] = mapped_column(String(64))
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    anonymous: Mapped[bool] = mapped_column(Boolean)
    phase: Mapped[str] = mapped_column(String(16))
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paused_left: Mapped[int | None] = mapped_column(BigInteger)
    lengths: Mapped[list[int]] = mapped_column(JSON)
    started_by: Mapped[int] = mapped_column(BigInteger)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    zone: Mapped[str] = mapped_column(String(64))
    followed: Mapped[int] = mapped_column(Integer)
    follow_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    follow_day: Mapped[date | None] = mapped_column(Date)
    followed_on_day: Mapped[int] = mapped_column(Integer)
    report: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    scrub_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def _discussion() -> Mapped[int]:
    return mapped_column(
        ForeignKey("discussion.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class KeyRow(Base):
    """An anonymous discussion's key, which no backup holds (``bot.storage.backup.LEFT_OUT``)."""

    __tablename__ = "discussion_key"

    discussion_id: Mapped[int] = _discussion()
    guild_id: Mapped[int] = mapped_column(BigInteger)
    key: Mapped[bytes] = mapped_column(LargeBinary(32))


class VoteRow(Base):
    """A voter's stances in a round, a bit for each. ``voted_at`` is NULL where it is anonymous."""

    __tablename__ = "discussion_vote"
    __table_args__ = (
        CheckConstraint("round BETWEEN 1 AND 2", name="round_known"),
        CheckConstraint("stances > 0", name="stance_taken"),
        UNNUMBERED,
    )

    discussion_id: Mapped[int] = _discussion()
    round: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    voter: Mapped[str] = mapped_column(String(VOTER_LENGTH), primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    stances: Mapped[int] = mapped_column(Integer)
    voted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReasonRow(Base):
    """A reason, under a random number. ``written_at`` is NULL where it is anonymous."""

    __tablename__ = "discussion_reason"
    __table_args__ = (UNNUMBERED,)

    discussion_id: Mapped[int] = _discussion()
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    voter: Mapped[str] = mapped_column(String(VOTER_LENGTH))
    stance: Mapped[int | None] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String(MAX_REASON))
    fields: Mapped[dict[str, str]] = mapped_column(JSON)
    round: Mapped[int | None] = mapped_column(Integer)
    hidden: Mapped[bool] = mapped_column(Boolean)
    written_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MarkRow(Base):
    """What a voter thinks of a reason."""

    __tablename__ = "discussion_mark"
    __table_args__ = (
        CheckConstraint("mark BETWEEN 0 AND 2", name="mark_known"),
        UNNUMBERED,
    )

    discussion_id: Mapped[int] = _discussion()
    reason_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    voter: Mapped[str] = mapped_column(String(VOTER_LENGTH), primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    mark: Mapped[int] = mapped_column(Integer)


class QuestionRow(Base):
    """A question, under a random number. ``asked_at`` is NULL where it is anonymous."""

    __tablename__ = "discussion_question"
    __table_args__ = (UNNUMBERED,)

    discussion_id: Mapped[int] = _discussion()
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    voter: Mapped[str] = mapped_column(String(VOTER_LENGTH))
    text: Mapped[str] = mapped_column(String(MAX_QUESTION))
    answer: Mapped[str | None] = mapped_column(String(MAX_QUESTION))
    concept: Mapped[str | None] = mapped_column(String(64))
    answered_by: Mapped[str | None] = mapped_column(String(VOTER_LENGTH))
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CitationRow(Base):
    """How often a concept was cited in a discussion."""

    __tablename__ = "discussion_citation"

    discussion_id: Mapped[int] = _discussion()
    concept: Mapped[str] = mapped_column(String(64), primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    times: Mapped[int] = mapped_column(Integer)


DISCUSSIONS = table_of(DiscussionRow)
VOTES = table_of(VoteRow)
REASONS = table_of(ReasonRow)
MARKS = table_of(MarkRow)
QUESTIONS = table_of(QuestionRow)
CITATIONS = table_of(CitationRow)
KEYS = table_of(KeyRow)


def within(table: Table, discussions: Collection[Discussion]) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of the rows of ``discussions`` in one of their tables, and of no others.

    The number alone would do; with the server beside it, no mistaken number reaches another one.
    """
    return (
        table.c.guild_id.in_({each.guild for each in discussions}),
        table.c.discussion_id.in_({each.id for each in discussions}),
    )
