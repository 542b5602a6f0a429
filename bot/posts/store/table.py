"""The ledger's table, and how a post lies in it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts.model import Claim, Post, State
from bot.storage.base import Base, RowId, UtcDateTime, table_of

_STATES = ", ".join(f"'{state}'" for state in State)
OPEN = (State.CLAIMED.value, State.SENDING.value)
# Statements change rows that no session holds as objects.
NO_SYNC = {"synchronize_session": False}


class PostRow(Base):
    """One message that the bot sends of its own accord. ``next_try`` is NULL once it is closed."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("guild_id", "kind", "subject", "occurrence", "part"),
        UniqueConstraint("message_id"),
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        CheckConstraint(
            "(next_try IS NULL) = (state NOT IN ('claimed', 'sending'))", name="open_has_next_try"
        ),
        CheckConstraint("(state = 'sent') = (message_id IS NOT NULL)", name="sent_has_message"),
        Index("ix_post_state_next_try", "state", "next_try"),
        Index("ix_post_redraw", "redraw"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[int] = mapped_column(BigInteger)
    occurrence: Mapped[str] = mapped_column(String(64))
    part: Mapped[int] = mapped_column(Integer)
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    member_id: Mapped[int | None] = mapped_column(BigInteger)
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    silent: Mapped[bool] = mapped_column(Boolean)
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    send_by: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    next_try: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer)
    attempted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    anchor_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str | None] = mapped_column(String(64))
    redraw: Mapped[int | None] = mapped_column(Integer)
    # Which of several processes sends it, or did last; NULL where there is only one.
    holder: Mapped[str | None] = mapped_column(String(32))


TABLE = table_of(PostRow)


def claimed_row(claim: Claim) -> dict[str, Any]:
    return {
        "guild_id": claim.guild,
        "kind": claim.kind,
        "subject": claim.subject,
        "occurrence": claim.occurrence,
        "part": claim.part,
        "channel_id": claim.channel,
        "member_id": claim.member,
        "snapshot": dict(claim.snapshot),
        "silent": claim.silent,
        "due": claim.due,
        "send_by": claim.send_by,
        "state": State.CLAIMED.value,
        "next_try": claim.due,
        "attempts": 0,
    }


def progress_of(post: Post) -> dict[str, Any]:
    return {
        "post": post.id,
        "new_channel_id": post.claim.channel,
        "new_state": post.state.value,
        "new_next_try": post.next_try,
        "new_attempts": post.attempts,
        "new_attempted_at": post.attempted_at,
        "new_anchor_id": post.anchor,
        "new_message_id": post.message,
        "new_reason": post.reason,
        "attempts_known": post.attempts,
        "was_sent": post.state is State.SENT,
    }


def post_of(row: Any) -> Post:
    return Post(
        id=row.id,
        claim=Claim(
            guild=GuildId(row.guild_id),
            kind=row.kind,
            subject=row.subject,
            occurrence=row.occurrence,
            part=row.part,
            channel=None if row.channel_id is None else ChannelId(row.channel_id),
            member=None if row.member_id is None else MemberId(row.member_id),
            snapshot=row.snapshot,
            due=row.due,
            grace=row.send_by - row.due,
            silent=row.silent,
        ),
        state=State(row.state),
        next_try=row.next_try,
        attempts=row.attempts,
        attempted_at=row.attempted_at,
        anchor=row.anchor_id,
        message=None if row.message_id is None else MessageId(row.message_id),
        reason=row.reason,
        redraw=row.redraw,
    )


def of_subjects(kind: str, wanted: Collection[tuple[GuildId, int]]) -> tuple[Any, ...]:
    """Return what holds of the posts of the ``wanted`` subjects (server, subject)."""
    return (
        PostRow.kind == kind,
        PostRow.guild_id.in_({guild for guild, _ in wanted}),
        PostRow.subject.in_({subject for _, subject in wanted}),
    )
