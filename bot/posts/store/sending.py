"""What is on its way: picked, begun, recorded; a batch costs the same queries at any size."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, bindparam, func, or_, select, update

from bot.posts.model import Post, State
from bot.posts.share import Share
from bot.posts.store.leases import of_share
from bot.posts.store.table import NO_SYNC, TABLE, PostRow, post_of, progress_of
from bot.storage.work import Work


async def in_flight(work: Work, share: Share | None = None) -> list[Post]:
    """Return every post (of ``share``'s servers) whose sending was begun and not settled."""
    found = select(PostRow).where(
        PostRow.state == State.SENDING,
        PostRow.next_try.is_not(None),
        *of_share(PostRow.guild_id, share),
    )
    return [post_of(row) for row in await work.session.scalars(found.order_by(PostRow.id))]


async def waiting(
    work: Work,
    now: datetime,
    limit: int,
    *,
    but: Collection[int],
    channels: Collection[int],
    share: Share | None = None,
) -> list[Post]:
    """Return claimed posts whose time has come, the servers taking turns.

    Leaves out the posts ``but`` and those for ``channels``, where another is on its way.
    """
    turn = func.row_number().over(partition_by=PostRow.guild_id, order_by=(PostRow.due, PostRow.id))
    found = (
        select(PostRow)
        .where(*_claimed_and_free(but, channels, share), PostRow.next_try <= now)
        .order_by(turn, PostRow.due, PostRow.id)
        .limit(limit)
    )
    return [post_of(row) for row in await work.session.scalars(found)]


async def next_try(
    work: Work,
    *,
    but: Collection[int],
    channels: Collection[int],
    claimed: bool,
    share: Share | None = None,
) -> datetime | None:
    """Return when the next post wants to be looked at; ``claimed`` ones only if asked for."""
    free = _claimed_and_free(but, channels, share)
    waiting = select(func.min(PostRow.next_try)).where(*free)
    sending = select(func.min(PostRow.next_try)).where(
        PostRow.state == State.SENDING,
        PostRow.next_try.is_not(None),
        PostRow.id.not_in(but),
        *of_share(PostRow.guild_id, share),
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
    found = await work.session.scalars(late, execution_options=NO_SYNC)
    return [post_of(row) for row in found]


async def settle_soon(work: Work, now: datetime) -> None:
    """Make every post whose sending was begun due at once: whoever began it is gone."""
    await work.session.execute(
        update(PostRow).where(PostRow.state == State.SENDING).values(next_try=now),
        execution_options=NO_SYNC,
    )


async def still_open(work: Work, posts: Sequence[Post]) -> frozenset[int]:
    """Return the ids of ``posts`` that are as open as they were (locked until the commit).

    One that another process has locked is left to that one.
    """
    found = (
        select(PostRow.id, PostRow.state, PostRow.attempts)
        .where(PostRow.id.in_([post.id for post in posts]), PostRow.next_try.is_not(None))
        .order_by(PostRow.id)
        .with_for_update(skip_locked=True)
    )
    stand = {row.id: (row.state, row.attempts) for row in await work.session.execute(found)}
    return frozenset(post.id for post in posts if stand.get(post.id) == (post.state, post.attempts))


async def record(work: Work, posts: Sequence[Post]) -> None:
    """Store how ``posts`` stand, unless they were closed meanwhile (a press adopted one).

    Nor where another process has begun a later attempt, unless one of ``posts`` was sent: that
    stays true.
    """
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
        update(TABLE)
        .where(
            TABLE.c.id == bindparam("post"),
            TABLE.c.next_try.is_not(None),
            or_(
                TABLE.c.attempts <= bindparam("attempts_known"),
                bindparam("was_sent", type_=Boolean),
            ),
        )
        .values(changes)
    )
    await work.session.execute(statement, [progress_of(post) for post in posts])


async def look_later(work: Work, number: int, at: datetime, reason: str) -> None:
    """Leave an open post as it stands, to be looked at again ``at`` that moment."""
    await work.session.execute(
        update(PostRow)
        .where(PostRow.id == number, PostRow.next_try.is_not(None))
        .values(next_try=at, reason=reason),
        execution_options=NO_SYNC,
    )


async def taken(work: Work, messages: Collection[int]) -> frozenset[int]:
    """Return which of ``messages`` other posts already have."""
    found = select(PostRow.message_id).where(PostRow.message_id.in_(messages))
    return frozenset(number for number in await work.session.scalars(found) if number)


def _claimed_and_free(
    but: Collection[int], channels: Collection[int], share: Share | None
) -> tuple[Any, ...]:
    free = or_(PostRow.channel_id.is_(None), PostRow.channel_id.not_in(channels))
    ours = of_share(PostRow.guild_id, share)
    return (PostRow.state == State.CLAIMED, PostRow.id.not_in(but), free, *ours)
