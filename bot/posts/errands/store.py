"""The errands' table and its queries."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    UniqueConstraint,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts.errands.model import Errand, ErrandState, Wish
from bot.posts.model import State
from bot.posts.share import Share
from bot.posts.store.leases import of_share
from bot.posts.store.table import NO_SYNC, PostRow
from bot.storage.base import Base, RowId, UtcDateTime, table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_STATES = ", ".join(f"'{state}'" for state in ErrandState)
# A press may still prove that an uncertain post was sent after all.
_PERHAPS = (State.CLAIMED.value, State.SENDING.value, State.UNCERTAIN.value)


class ErrandRow(Base):
    """One chore at Discord. ``next_try`` is NULL once it is over."""

    __tablename__ = "errand"
    __table_args__ = (
        UniqueConstraint("guild_id", "owner", "subject", "chore", "occurrence"),
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        CheckConstraint("(state = 'open') = (next_try IS NOT NULL)", name="open_has_next_try"),
        Index("ix_errand_next_try", "next_try"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    owner: Mapped[str] = mapped_column(String(32))
    subject: Mapped[int] = mapped_column(BigInteger)
    chore: Mapped[str] = mapped_column(String(32))
    occurrence: Mapped[str] = mapped_column(String(64))
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"))
    after_id: Mapped[int | None] = mapped_column(ForeignKey("errand.id", ondelete="SET NULL"))
    member_id: Mapped[int | None] = mapped_column(BigInteger)
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    next_try: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer)
    result_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str | None] = mapped_column(String(64))


_TABLE = table_of(ErrandRow)
_BEFORE = aliased(ErrandRow)


async def add(work: Work, wishes: Sequence[Wish]) -> list[int]:
    """Store ``wishes``; return their numbers in order, also of those that were stored before."""
    if not wishes:
        return []
    await insert_new(work, _TABLE, [_columns(wish) for wish in wishes], "id")
    found = await work.session.execute(
        select(ErrandRow).where(
            ErrandRow.guild_id.in_({wish.guild for wish in wishes}),
            ErrandRow.owner.in_({wish.owner for wish in wishes}),
            ErrandRow.subject.in_({wish.subject for wish in wishes}),
        )
    )
    numbers = {
        (GuildId(row.guild_id), row.owner, row.subject, row.chore, row.occurrence): row.id
        for row in found.scalars()
    }
    return [numbers[_key(wish)] for wish in wishes]


async def ready(
    work: Work, now: datetime, limit: int, *, but: Collection[int], share: Share | None = None
) -> list[Errand]:
    """Return open errands whose time has come and that wait for nothing else, oldest first."""
    found = (
        _joined()
        .where(
            ErrandRow.next_try <= now,
            *_waits_for_nothing(but),
            *of_share(ErrandRow.guild_id, share),
        )
        .order_by(ErrandRow.next_try, ErrandRow.id)
        .limit(limit)
    )
    return [_errand(*row) for row in await work.session.execute(found)]


async def next_try(
    work: Work, *, but: Collection[int], share: Share | None = None
) -> datetime | None:
    """Return when the next open errand that waits for nothing else wants to be looked at."""
    found = (
        select(func.min(ErrandRow.next_try))
        .outerjoin(PostRow, PostRow.id == ErrandRow.post_id)
        .outerjoin(_BEFORE, _BEFORE.id == ErrandRow.after_id)
        .where(
            ErrandRow.next_try.is_not(None),
            *_waits_for_nothing(but),
            *of_share(ErrandRow.guild_id, share),
        )
    )
    return await work.session.scalar(found)


async def of_subject(work: Work, guild: GuildId, owner: str, subject: int) -> list[Errand]:
    """Return every errand of one subject, oldest first."""
    found = _joined().where(
        ErrandRow.guild_id == guild, ErrandRow.owner == owner, ErrandRow.subject == subject
    )
    rows = await work.session.execute(found.order_by(ErrandRow.id))
    return [_errand(*row) for row in rows]


async def record(work: Work, errands: Sequence[Errand]) -> frozenset[int]:
    """Store how ``errands`` stand; return which were still open until then."""
    if not errands:
        return frozenset()
    found = await work.session.scalars(
        select(ErrandRow.id)
        .where(ErrandRow.id.in_([each.id for each in errands]), ErrandRow.next_try.is_not(None))
        .with_for_update()
    )
    still_open = frozenset(found)
    rows = [_progress(each) for each in errands if each.id in still_open]
    if rows:
        changes: dict[str, Any] = {
            name: bindparam(f"new_{name}")
            for name in ("state", "next_try", "attempts", "result_id", "reason")
        }
        statement = update(_TABLE).where(_TABLE.c.id == bindparam("errand")).values(changes)
        await work.session.execute(statement, rows)
    return still_open


async def withdraw(
    work: Work, guild: GuildId, owner: str, subject: int, chores: Collection[str] | None
) -> int:
    """Take back what is still to be done for a subject (of ``chores``, if given); count it."""
    statement = update(ErrandRow).where(
        ErrandRow.guild_id == guild,
        ErrandRow.owner == owner,
        ErrandRow.subject == subject,
        ErrandRow.next_try.is_not(None),
    )
    if chores is not None:
        statement = statement.where(ErrandRow.chore.in_(chores))
    found = await work.session.execute(
        statement.values(state=ErrandState.WITHDRAWN.value, next_try=None).returning(ErrandRow.id),
        execution_options=NO_SYNC,
    )
    return len(found.all())


def _joined() -> Select[ErrandRow, int | None, int | None, str]:
    return (
        select(ErrandRow, PostRow.channel_id, PostRow.message_id, PostRow.state)
        .outerjoin(PostRow, PostRow.id == ErrandRow.post_id)
        .outerjoin(_BEFORE, _BEFORE.id == ErrandRow.after_id)
    )


def _waits_for_nothing(but: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    return (
        ErrandRow.id.not_in(but),
        or_(ErrandRow.post_id.is_(None), PostRow.state.not_in(_PERHAPS)),
        or_(ErrandRow.after_id.is_(None), _BEFORE.next_try.is_(None)),
    )


def _key(wish: Wish) -> tuple[GuildId, str, int, str, str]:
    return (wish.guild, wish.owner, wish.subject, wish.chore, wish.occurrence)


def _columns(wish: Wish) -> dict[str, Any]:
    return {
        "guild_id": wish.guild,
        "owner": wish.owner,
        "subject": wish.subject,
        "chore": wish.chore,
        "occurrence": wish.occurrence,
        "channel_id": wish.channel,
        "post_id": wish.post,
        "after_id": wish.after,
        "member_id": wish.member,
        "details": dict(wish.details),
        "due": wish.due,
        "state": ErrandState.OPEN.value,
        "next_try": wish.due,
        "attempts": 0,
    }


def _progress(errand: Errand) -> dict[str, Any]:
    return {
        "errand": errand.id,
        "new_state": errand.state.value,
        "new_next_try": errand.next_try,
        "new_attempts": errand.attempts,
        "new_result_id": errand.result,
        "new_reason": errand.reason,
    }


def _errand(
    row: ErrandRow, post_channel: int | None, message: int | None, post_state: str | None
) -> Errand:
    channel = row.channel_id or post_channel
    return Errand(
        id=row.id,
        wish=Wish(
            guild=GuildId(row.guild_id),
            owner=row.owner,
            subject=row.subject,
            chore=row.chore,
            occurrence=row.occurrence,
            due=row.due,
            post=row.post_id,
            after=row.after_id,
            channel=None if row.channel_id is None else ChannelId(row.channel_id),
            member=None if row.member_id is None else MemberId(row.member_id),
            details=row.details,
        ),
        channel=None if channel is None else ChannelId(channel),
        message=None if message is None else MessageId(message),
        state=ErrandState(row.state),
        next_try=row.next_try,
        attempts=row.attempts,
        result=row.result_id,
        reason=row.reason,
        orphaned=post_state in (State.MISSED.value, State.WITHDRAWN.value),
    )
