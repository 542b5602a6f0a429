"""The desk's tables: aliases of items, appeals, news of changed verdicts, suggested items."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.quiz.desk.model import MAX_SENTENCE
from bot.quiz.model import MAX_GIVEN
from bot.storage.base import Base, RowId, UtcDateTime

_STATE = "state IN ('open', 'accepted', 'declined')"
_DECIDED = "(state = 'open') = (decided_at IS NULL)"


class AliasRow(Base):
    """An answer that a server takes as right besides those of the notes."""

    __tablename__ = "quiz_alias"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    # The content's id, not a row of ours: content lives in files.
    item: Mapped[str] = mapped_column(String(64), primary_key=True)
    folded: Mapped[str] = mapped_column(String(MAX_GIVEN), primary_key=True)
    text: Mapped[str] = mapped_column(String(MAX_GIVEN))
    accepted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AppealRow(Base):
    """A member's word that their answer is right; one to each answer."""

    __tablename__ = "quiz_appeal"
    __table_args__ = (
        UniqueConstraint("guild_id", "asked_id", "member_id"),
        CheckConstraint(_STATE, name="state_known"),
        CheckConstraint(_DECIDED, name="decided_has_moment"),
        Index("ix_quiz_appeal_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    asked_id: Mapped[int] = mapped_column(ForeignKey("quiz_asked.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(BigInteger)
    item: Mapped[str] = mapped_column(String(64))
    given: Mapped[str] = mapped_column(String(MAX_GIVEN))
    alias: Mapped[str] = mapped_column(String(MAX_GIVEN))
    sentence: Mapped[str] = mapped_column(String(MAX_SENTENCE))
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RemarkedRow(Base):
    """An answer that became right, of which its member was not told yet."""

    __tablename__ = "quiz_remarked"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    asked_id: Mapped[int] = mapped_column(
        ForeignKey("quiz_asked.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class SuggestionRow(Base):
    """An item that a member suggests; accepted, the server is asked it."""

    __tablename__ = "quiz_suggestion"
    __table_args__ = (
        CheckConstraint("kind BETWEEN 0 AND 2", name="kind_known"),
        CheckConstraint(_STATE, name="state_known"),
        CheckConstraint(_DECIDED, name="decided_has_moment"),
        Index("ix_quiz_suggestion_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[int]
    concept: Mapped[str] = mapped_column(String(64))
    # The texts: {"stem", "explanation", "key", "accept", "contrast", "reason"}.
    draft: Mapped[dict[str, Any]] = mapped_column(JSON)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stamp: Mapped[str | None] = mapped_column(String(64))
