"""The tables: uploaded drafts, published notes, drafted items, and each server's revision."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.notes.model import MAX_NAME
from bot.storage.base import Base, RowId, UtcDateTime

DIGEST = 64


class ShelfRow(Base):
    """How often a server's own notes and items changed: what was built of them is kept by it."""

    __tablename__ = "note_shelf"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(BigInteger)


class NoteRow(Base):
    """A note that a server brought itself, as it reads now."""

    __tablename__ = "note"
    __table_args__ = (
        CheckConstraint("state IN ('published', 'withdrawn')", name="state_known"),
        Index("ix_note_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(MAX_NAME))
    digest: Mapped[str] = mapped_column(String(DIGEST))
    sheet: Mapped[dict[str, Any]] = mapped_column(JSON)
    # Every slug that a version of the note had: none is given to another concept.
    used: Mapped[list[str]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DraftRow(Base):
    """An uploaded note before it is published."""

    __tablename__ = "note_draft"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'published', 'dropped')", name="state_known"),
        Index("ix_note_draft_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(MAX_NAME))
    digest: Mapped[str] = mapped_column(String(DIGEST))
    sheet: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    replaces: Mapped[int | None] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    note_id: Mapped[int | None] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ItemRow(Base):
    """An item drafted from a note; accepted, its server is asked it."""

    __tablename__ = "note_item"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'accepted', 'declined')", name="state_known"),
        Index("ix_note_item_guild_id_state", "guild_id", "state"),
        Index("ix_note_item_note_id", "note_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    note_id: Mapped[int] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    concept: Mapped[str] = mapped_column(String(64))
    drafted: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    # Accepted once; its concept says something else now, and a moderator has not looked yet.
    is_aside: Mapped[bool] = mapped_column(Boolean)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
