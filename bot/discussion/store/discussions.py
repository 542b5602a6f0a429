"""Queries of discussions themselves: what is open, what ends, what happens next."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, insert, select, update

from bot.discussion.model import Discussion, Lengths, Phase
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.store.tables import DISCUSSIONS, DiscussionRow, KeyRow
from bot.ids import ChannelId, GuildId, MemberId
from bot.storage.work import Work

OPEN = [phase.value for phase in Phase if phase.is_open]
_NO_SYNC = {"synchronize_session": False}
_CHANGES = (
    *("thread_id", "threadless", "phase", "ends_at", "paused_left", "closed_at", "zone"),
    *("followed", "follow_at", "follow_day", "followed_on_day"),
)


async def add(work: Work, discussion: Discussion) -> int:
    """Store ``discussion``; return its number."""
    row = await work.session.execute(
        insert(DISCUSSIONS).values(_columns(discussion)).returning(DISCUSSIONS.c.id)
    )
    return int(row.scalar_one())


async def one(
    work: Work, guild: GuildId, number: int, *, to_change: bool = False
) -> Discussion | None:
    """Return the discussion ``number`` of ``guild``; ``to_change``: held until the commit."""
    found = select(DiscussionRow).where(DiscussionRow.guild_id == guild, DiscussionRow.id == number)
    if to_change:
        found = found.with_for_update()
    return _first(await _all(work, found))


async def held(
    work: Work, wanted: Collection[tuple[GuildId, int]]
) -> dict[tuple[GuildId, int], Discussion]:
    """Return those ``wanted`` by server and number, held so that none moves on meanwhile."""
    found = (
        select(DiscussionRow)
        .where(
            DiscussionRow.guild_id.in_({guild for guild, _ in wanted}),
            DiscussionRow.id.in_({number for _, number in wanted}),
        )
        .with_for_update(read=True)
    )
    # By number alone, a press would reach into another server that pressed in the same batch.
    return {(each.guild, each.id): each for each in await _all(work, found)}


async def earliest(work: Work) -> datetime | None:
    """Return when the next phase of any server ends, or a thread is to be looked at."""
    moments = [
        await work.session.scalar(select(func.min(moment)))
        for moment in (DiscussionRow.ends_at, DiscussionRow.follow_at)
    ]
    return min((moment for moment in moments if moment), default=None)


async def over(work: Work, now: datetime, limit: int) -> list[Discussion]:
    """Return up to ``limit`` whose phase is over, of any server, held until the commit."""
    found = (
        select(DiscussionRow)
        .where(DiscussionRow.ends_at <= now)
        .order_by(DiscussionRow.ends_at, DiscussionRow.id)
        .limit(limit)
        .with_for_update()
    )
    return await _all(work, found)


async def to_follow(work: Work, now: datetime, limit: int) -> list[Discussion]:
    """Return up to ``limit`` whose thread is to be looked at, of any server, held."""
    found = (
        select(DiscussionRow)
        .where(DiscussionRow.follow_at <= now)
        .order_by(DiscussionRow.follow_at, DiscussionRow.id)
        .limit(limit)
        .with_for_update()
    )
    return await _all(work, found)


async def keep(work: Work, discussions: Sequence[Discussion]) -> None:
    """Store how ``discussions`` stand."""
    if not discussions:
        return
    statement = (
        update(DISCUSSIONS)
        .where(
            DISCUSSIONS.c.guild_id == bindparam("of_guild"),
            DISCUSSIONS.c.id == bindparam("of_number"),
        )
        .values({name: bindparam(f"new_{name}") for name in _CHANGES})
    )
    await work.session.execute(statement, [_changed(each) for each in discussions])


async def open_of(work: Work, guild: GuildId) -> list[Discussion]:
    """Return what is open in ``guild``, oldest first."""
    found = (
        select(DiscussionRow)
        .where(DiscussionRow.guild_id == guild, DiscussionRow.phase.in_(OPEN))
        .order_by(DiscussionRow.id)
    )
    return await _all(work, found)


async def latest_of(work: Work, guild: GuildId, limit: int) -> list[Discussion]:
    """Return the discussions of ``guild``, the one started last first."""
    found = (
        select(DiscussionRow)
        .where(DiscussionRow.guild_id == guild)
        .order_by(DiscussionRow.id.desc())
        .limit(limit)
    )
    return await _all(work, found)


async def latest_on(
    work: Work, guild: GuildId, topic: str, prompt: str, phases: Collection[Phase]
) -> Discussion | None:
    """Return the last discussion of a prompt in ``guild`` that stands in one of ``phases``."""
    found = (
        select(DiscussionRow)
        .where(
            DiscussionRow.guild_id == guild,
            DiscussionRow.topic == topic,
            DiscussionRow.prompt == prompt,
            DiscussionRow.phase.in_([phase.value for phase in phases]),
        )
        .order_by(DiscussionRow.id.desc())
        .limit(1)
    )
    return _first(await _all(work, found))


async def open_in(work: Work, guild: GuildId, channel: ChannelId) -> list[Discussion]:
    """Return what is open in that channel or thread, the one started last first."""
    place = (DiscussionRow.channel_id == channel) | (DiscussionRow.thread_id == channel)
    found = (
        select(DiscussionRow)
        .where(DiscussionRow.guild_id == guild, DiscussionRow.phase.in_(OPEN), place)
        .order_by(DiscussionRow.id.desc())
    )
    return await _all(work, found)


async def keyless(work: Work) -> list[Discussion]:
    """Return open anonymous discussions of any server that have no key: a backup leaves it out."""
    found = (
        select(DiscussionRow)
        .outerjoin(KeyRow, KeyRow.discussion_id == DiscussionRow.id)
        .where(
            DiscussionRow.anonymous.is_(True),
            DiscussionRow.phase.in_(OPEN),
            KeyRow.discussion_id.is_(None),
        )
        .order_by(DiscussionRow.id)
    )
    return await _all(work, found)


async def follow_zone(work: Work, guild: GuildId, zone: str) -> None:
    """Tell quiet hours by ``zone`` in what is open in ``guild``."""
    await work.session.execute(
        update(DiscussionRow)
        .where(DiscussionRow.guild_id == guild, DiscussionRow.phase.in_(OPEN))
        .values(zone=zone),
        execution_options=_NO_SYNC,
    )


async def discussions_where(work: Work, *conditions: ColumnElement[bool]) -> list[Discussion]:
    """Return what fulfils ``conditions``, oldest first."""
    return await _all(work, select(DiscussionRow).where(*conditions).order_by(DiscussionRow.id))


async def _all(work: Work, found: Select[DiscussionRow]) -> list[Discussion]:
    # What a session remembers of a row must not hide what another process has changed since.
    rows = await work.session.scalars(found, execution_options={"populate_existing": True})
    return [_discussion(row) for row in rows]


def _first(found: Sequence[Discussion]) -> Discussion | None:
    return found[0] if found else None


def _columns(discussion: Discussion) -> dict[str, Any]:
    lengths = discussion.lengths
    return {
        "guild_id": discussion.guild,
        "channel_id": discussion.channel,
        "topic": discussion.prompt.topic,
        "prompt": discussion.prompt.prompt,
        "snapshot": discussion.prompt.to_json(),
        "anonymous": discussion.anonymous,
        "lengths": [
            int(length.total_seconds())
            for length in (lengths.first, lengths.argument, lengths.second, lengths.sharing)
        ],
        "started_by": discussion.started_by,
        "started_at": discussion.started_at,
        **_standing(discussion),
    }


def _changed(discussion: Discussion) -> dict[str, Any]:
    standing = _standing(discussion)
    changes = {f"new_{name}": standing[name] for name in _CHANGES}
    return {"of_guild": discussion.guild, "of_number": discussion.id, **changes}


def _standing(discussion: Discussion) -> dict[str, Any]:
    left = discussion.paused_left
    return {
        "thread_id": discussion.thread,
        "threadless": discussion.threadless,
        "phase": discussion.phase.value,
        "ends_at": discussion.ends_at,
        "paused_left": None if left is None else int(left.total_seconds()),
        "closed_at": discussion.closed_at,
        "zone": discussion.zone,
        "followed": discussion.followed,
        "follow_at": discussion.follow_at,
        "follow_day": discussion.follow_day,
        "followed_on_day": discussion.followed_on_day,
    }


def _discussion(row: DiscussionRow) -> Discussion:
    left = row.paused_left
    return Discussion(
        id=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        thread=None if row.thread_id is None else ChannelId(row.thread_id),
        prompt=PromptSnapshot.from_json(row.snapshot),
        anonymous=row.anonymous,
        phase=Phase(row.phase),
        ends_at=row.ends_at,
        paused_left=None if left is None else timedelta(seconds=left),
        lengths=Lengths(*(timedelta(seconds=seconds) for seconds in row.lengths)),
        started_by=MemberId(row.started_by),
        started_at=row.started_at,
        closed_at=row.closed_at,
        threadless=row.threadless,
        zone=row.zone,
        followed=row.followed,
        follow_at=row.follow_at,
        follow_day=row.follow_day,
        followed_on_day=row.followed_on_day,
    )
