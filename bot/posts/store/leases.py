"""Which process looks after which shard, and until when that is believed."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, String, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from bot.posts.model import State
from bot.posts.share import Share
from bot.posts.store.table import NO_SYNC, PostRow
from bot.storage.alone import alone
from bot.storage.base import Base, UtcDateTime, table_of
from bot.storage.upsert import insert_new, upsert
from bot.storage.work import Work

NOBODY = ""


class ShardLeaseRow(Base):
    """One shard. ``borrowed``: by a process that was not started for it."""

    __tablename__ = "shard_lease"

    shard: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    process: Mapped[str] = mapped_column(String(32))
    borrowed: Mapped[bool] = mapped_column(Boolean)
    until: Mapped[datetime] = mapped_column(UtcDateTime)


_TABLE = table_of(ShardLeaseRow)


def of_share(
    column: InstrumentedAttribute[int], share: Share | None
) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of the rows of ``share``'s servers (None: of all)."""
    if share is None or share.is_all:
        return ()
    # The shard is (id >> 22) % count; PostgreSQL shifts no big number by a big number.
    return (((column // 2**22) % share.count).in_(sorted(share.shards)),)


async def take(work: Work, process: str, own: Share, until: datetime) -> None:
    """Take the shards that ``process`` was started for, whoever holds them."""
    await alone(work, "shard leases")
    rows = [_row(shard, process, until) for shard in sorted(own.shards)]
    await upsert(work, _TABLE, rows, keys=("shard",))
    # The others get as long to start as they would get to come back.
    others = [_row(shard, NOBODY, until) for shard in range(own.count) if shard not in own.shards]
    await insert_new(work, _TABLE, others)


async def renew(
    work: Work, process: str, own: Share, now: datetime, until: datetime
) -> frozenset[int]:
    """Hold on to what ``process`` holds, take back what was borrowed, borrow what lapsed.

    Return which shards it holds now. Of its own it lacks one only where a process that was started
    later for the same shard took it.
    """
    await alone(work, "shard leases")
    lapsed = ShardLeaseRow.until < now
    mine = ShardLeaseRow.shard.in_(sorted(own.shards))
    await work.session.execute(
        update(ShardLeaseRow)
        .where(or_(ShardLeaseRow.process == process, lapsed, mine & ShardLeaseRow.borrowed))
        .values(process=process, until=until, borrowed=~mine),
        execution_options=NO_SYNC,
    )
    held = select(ShardLeaseRow.shard).where(
        ShardLeaseRow.process == process, ShardLeaseRow.shard < own.count
    )
    return frozenset(await work.session.scalars(held))


async def give_back(work: Work, process: str, now: datetime) -> None:
    """Let others have at once what ``process`` holds: it ends."""
    await work.session.execute(
        update(ShardLeaseRow)
        .where(ShardLeaseRow.process == process)
        .values(process=NOBODY, until=now),
        execution_options=NO_SYNC,
    )


async def hold(work: Work, posts: Collection[int], process: str) -> None:
    """Note that ``process`` sends ``posts``."""
    await work.session.execute(
        update(PostRow).where(PostRow.id.in_(posts)).values(holder=process),
        execution_options=NO_SYNC,
    )


async def settle_left(work: Work, process: str, share: Share, now: datetime) -> None:
    """Make every post of ``share`` due whose sending was begun by a process that is gone."""
    alive = select(ShardLeaseRow.process).where(ShardLeaseRow.until > now)
    await work.session.execute(
        update(PostRow)
        .where(
            PostRow.state == State.SENDING,
            PostRow.next_try > now,
            *of_share(PostRow.guild_id, share),
            or_(
                PostRow.holder.is_(None),
                (PostRow.holder != process) & PostRow.holder.not_in(alive),
            ),
        )
        # Whatever comes of it is this process's now.
        .values(next_try=now, holder=process),
        execution_options=NO_SYNC,
    )


def _row(shard: int, process: str, until: datetime) -> dict[str, Any]:
    return {"shard": shard, "process": process, "borrowed": False, "until": until}
