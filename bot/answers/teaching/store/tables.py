"""The tables of lessons, the questions that they settled, and wishes for an answer."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.answers.teaching.model import MAX_PHRASE
from bot.storage.base import Base, RowId, UtcDateTime

_READY = "(concept IS NULL) = (ready_at IS NULL)"


class LessonRow(Base):
    """What a server was taught. One that was undone stays: numbers are never given out again."""

    __tablename__ = "taught_lesson"
    __table_args__ = (Index("ix_taught_lesson_guild_id", "guild_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    # The content's id, not a row of ours; NULL: our notes don't cover it.
    concept: Mapped[str | None] = mapped_column(String(64))
    taught_by: Mapped[int] = mapped_column(BigInteger)
    taught_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PhraseRow(Base):
    """One wording of a lesson."""

    __tablename__ = "taught_phrase"

    lesson_id: Mapped[int] = mapped_column(
        ForeignKey("taught_lesson.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(MAX_PHRASE))


class SettledRow(Base):
    """A question that a lesson settled: it waits for nobody any more."""

    __tablename__ = "taught_question"
    __table_args__ = (Index("ix_taught_question_lesson_id", "lesson_id"),)

    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    lesson_id: Mapped[int] = mapped_column(ForeignKey("taught_lesson.id", ondelete="CASCADE"))


class WishRow(Base):
    """Who asked wants to be told when there is an answer."""

    __tablename__ = "answer_wish"
    __table_args__ = (
        CheckConstraint(_READY, name="ready_has_concept"),
        Index("ix_answer_wish_guild_id_member_id", "guild_id", "member_id"),
        Index("ix_answer_wish_told_at_ready_at", "told_at", "ready_at"),
    )

    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    wished_at: Mapped[datetime] = mapped_column(UtcDateTime)
    concept: Mapped[str | None] = mapped_column(String(64))
    ready_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
