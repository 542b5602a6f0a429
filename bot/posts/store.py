"""The ledger's table and its queries; a batch costs the same number of them whatever its size."""

from collections.abc import Collection, Sequence
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
    Table,
    UniqueConstraint,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts.model import Claim, Post, State
from bot.storage.base import Base, RowId, UtcDateTime
from bot.storage.work import Work

_STATES = ", ".join(f"'{state}'" for state in State)
_OPEN = (State.CLAIMED.value, State.SENDING.value)


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


_TABLE: Table = PostRow.__table__  # type: ignore[assignment]


async def claim(work: Work, claims: Sequence[Claim]) -> list[Post]:
    """Store ``claims``; return the posts of those that nobody had claimed before."""
    if not claims:
        return []
    dialect = work.session.get_bind().dialect.name
    insert = (sqlite if dialect == "sqlite" else postgresql).insert(_TABLE)
    statement = insert.on_conflict_do_nothing().returning(_TABLE)
    rows = await work.session.execute(statement, [_claimed(each) for each in claims])
    return [_post(row) for row in rows]


async def in_flight(work: Work) -> list[Post]:
    """Return every post whose sending was begun and not settled."""
    found = select(PostRow).where(PostRow.state == State.SENDING, PostRow.next_try.is_not(None))
    return [_post(row) for row in await work.session.scalars(found.order_by(PostRow.id))]


async def waiting(
    work: Work, now: datetime, limit: int, *, but: Collection[int], channels: Collection[int]
) -> list[Post]:
    """Return claimed posts whose time has come, the servers taking turns.

    Leaves out the posts ``but`` and those for ``channels``, where another is on its way.
    """
    turn = func.row_number().over(partition_by=PostRow.guild_id, order_by=(PostRow.due, PostRow.id))
    found = (
        select(PostRow)
        .where(*_claimed_and_free(but, channels), PostRow.next_try <= now)
        .order_by(turn, PostRow.due, PostRow.id)
        .limit(limit)
    )
    return [_post(row) for row in await work.session.scalars(found)]


async def next_try(
    work: Work, *, but: Collection[int], channels: Collection[int], claimed: bool
) -> datetime | None:
    """Return when the next post wants to be looked at; ``claimed`` ones only if asked for."""
    waiting = select(func.min(PostRow.next_try)).where(*_claimed_and_free(but, channels))
    sending = select(func.min(PostRow.next_try)).where(
        PostRow.state == State.SENDING, PostRow.next_try.is_not(None), PostRow.id.not_in(but)
    )
    moments = [
        await work.session.scalar(each) for each in ((waiting, sending) if claimed else (sending,))
    ]
    return min((moment for moment in moments if moment), default=None)


async def miss_late(work: Work, now: datetime, reason: str) -> list[Post]:
    """Close every claimed post that it is too late to send; return them."""
    late = (
        update(PostRow)
        .where(PostRow.state == State.CLAIMED, PostRow.next_try <= now, PostRow.send_by < now)
        .values(state=State.MISSED.value, next_try=None, reason=reason)
        .returning(PostRow)
    )
    found = await work.session.scalars(late, execution_options=_NO_SYNC)
    return [_post(row) for row in found]


async def settle_soon(work: Work, now: datetime) -> None:
    """Make every post whose sending was begun due at once: whoever began it is gone."""
    await work.session.execute(
        update(PostRow).where(PostRow.state == State.SENDING).values(next_try=now),
        execution_options=_NO_SYNC,
    )


async def still_open(work: Work, posts: Sequence[Post]) -> frozenset[int]:
    """Return the ids of ``posts`` that are as open as they were (locked until the commit)."""
    found = (
        select(PostRow.id, PostRow.state)
        .where(PostRow.id.in_([post.id for post in posts]), PostRow.next_try.is_not(None))
        .with_for_update()
    )
    states = {row.id: row.state for row in await work.session.execute(found)}
    return frozenset(post.id for post in posts if states.get(post.id) == post.state)


async def record(work: Work, posts: Sequence[Post]) -> None:
    """Store how ``posts`` stand, unless they were closed meanwhile (a press adopted one)."""
    if not posts:
        return
    changes: dict[str, Any] = {
        name: bindparam(f"new_{name}")
        for name in (
            *("channel_id", "state", "next_try", "attempts", "attempted_at", "anchor_id"),
            *("message_id", "reason"),
        )
    }
    statement = (
        update(_TABLE)
        .where(_TABLE.c.id == bindparam("post"), _TABLE.c.next_try.is_not(None))
        .values(changes)
    )
    await work.session.execute(statement, [_progress(post) for post in posts])


async def taken(work: Work, messages: Collection[int]) -> frozenset[int]:
    """Return which of ``messages`` other posts already have."""
    found = select(PostRow.message_id).where(PostRow.message_id.in_(messages))
    return frozenset(number for number in await work.session.scalars(found) if number)


async def post(work: Work, guild: GuildId, number: int) -> Post | None:
    """Return the post ``number`` of ``guild``."""
    row = await work.session.scalar(
        select(PostRow).where(PostRow.guild_id == guild, PostRow.id == number)
    )
    return None if row is None else _post(row)


async def posts_of(work: Work, guild: GuildId, kind: str, subject: int) -> list[Post]:
    """Return every post of one subject, oldest first."""
    found = select(PostRow).where(
        PostRow.guild_id == guild, PostRow.kind == kind, PostRow.subject == subject
    )
    return [_post(row) for row in await work.session.scalars(found.order_by(PostRow.id))]


async def adopt(work: Work, guild: GuildId, number: int, message: MessageId) -> bool:
    """Note that ``message`` shows the open post ``number``; return whether that was news."""
    found = await work.session.execute(
        update(PostRow)
        .where(
            PostRow.guild_id == guild,
            PostRow.id == number,
            # A press proves that an uncertain one was posted after all.
            PostRow.state.in_((*_OPEN, State.UNCERTAIN.value)),
        )
        .values(state=State.SENT.value, message_id=message, next_try=None, reason=None)
        .returning(PostRow.id),
        execution_options=_NO_SYNC,
    )
    return found.first() is not None


async def withdraw(work: Work, guild: GuildId, kind: str, subject: int) -> int:
    """Take back every post of a subject that is claimed but not begun; return how many."""
    found = await work.session.execute(
        update(PostRow)
        .where(
            PostRow.guild_id == guild,
            PostRow.kind == kind,
            PostRow.subject == subject,
            PostRow.state == State.CLAIMED,
        )
        .values(state=State.WITHDRAWN.value, next_try=None)
        .returning(PostRow.id),
        execution_options=_NO_SYNC,
    )
    return len(found.all())


async def reopen(work: Work, guild: GuildId, number: int, now: datetime) -> None:
    """Make a post that its channel refused go to its member privately instead."""
    await work.session.execute(
        update(PostRow)
        .where(PostRow.guild_id == guild, PostRow.id == number, PostRow.state == State.MISSED)
        .values(state=State.CLAIMED.value, channel_id=None, next_try=now, reason=None),
        execution_options=_NO_SYNC,
    )


async def ask_redraw(work: Work, guild: GuildId, number: int) -> None:
    """Note that the post ``number`` should be shown anew."""
    await work.session.execute(
        update(PostRow)
        .where(PostRow.guild_id == guild, PostRow.id == number)
        .values(redraw=func.coalesce(PostRow.redraw, 0) + 1),
        execution_options=_NO_SYNC,
    )


async def ask_redraw_of(work: Work, kind: str, wanted: Collection[tuple[GuildId, int]]) -> None:
    """Note that every post of the ``wanted`` subjects (server, subject) should be shown anew."""
    await work.session.execute(
        update(PostRow)
        .where(*_of_subjects(kind, wanted))
        .values(redraw=func.coalesce(PostRow.redraw, 0) + 1),
        execution_options=_NO_SYNC,
    )


async def messages_of(
    work: Work, kind: str, wanted: Collection[tuple[GuildId, int]]
) -> dict[int, MessageId]:
    """Return which message shows each of the ``wanted`` subjects, by subject, where one does."""
    found = await work.session.execute(
        select(PostRow.subject, PostRow.message_id)
        .where(*_of_subjects(kind, wanted), PostRow.message_id.is_not(None))
        .order_by(PostRow.id)
    )
    return {subject: MessageId(message) for subject, message in found if message}


async def to_redraw(work: Work, limit: int, *, but: Collection[int]) -> list[Post]:
    """Return sent posts that should be shown anew, leaving out ``but``."""
    found = (
        select(PostRow)
        .where(PostRow.redraw > 0, PostRow.state == State.SENT, PostRow.id.not_in(but))
        .order_by(PostRow.id)
        .limit(limit)
    )
    return [_post(row) for row in await work.session.scalars(found)]


async def redrawn(work: Work, number: int, redraw: int | None) -> None:
    """Note that the post was shown as of wish ``redraw``; a later wish stays open."""
    await work.session.execute(
        update(PostRow).where(PostRow.id == number, PostRow.redraw == redraw).values(redraw=None),
        execution_options=_NO_SYNC,
    )


_NO_SYNC = {"synchronize_session": False}


def _of_subjects(kind: str, wanted: Collection[tuple[GuildId, int]]) -> tuple[Any, ...]:
    return (
        PostRow.kind == kind,
        PostRow.guild_id.in_({guild for guild, _ in wanted}),
        PostRow.subject.in_({subject for _, subject in wanted}),
    )


def _claimed_and_free(but: Collection[int], channels: Collection[int]) -> tuple[Any, ...]:
    free = or_(PostRow.channel_id.is_(None), PostRow.channel_id.not_in(channels))
    return (PostRow.state == State.CLAIMED, PostRow.id.not_in(but), free)


def _claimed(claim: Claim) -> dict[str, Any]:
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


def _progress(post: Post) -> dict[str, Any]:
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
    }


def _post(row: Any) -> Post:
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
