"""Queries of rounds and of who did how in them; what the clock asks is of every server."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, case, func, select, update

from bot.content.model import Text
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.model import AskedState
from bot.quiz.rounds.model import Ending, Phase, Round, Score
from bot.quiz.snapshot import Snapshot
from bot.quiz.store.tables import AnswerRow, AskedRow, RoundRow
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_TABLE = table_of(RoundRow)
_MILLISECOND = timedelta(milliseconds=1)
# What a round's steps never change.
_FIXED = ("guild_id", "channel_id", "member_id", "topic", "items", "started_at")


async def add(work: Work, draft: Round) -> Round | None:
    """Store ``draft``; return it with its number, or None where one runs in its channel."""
    stored = await insert_new(work, _TABLE, [_columns(draft)], "id")
    return replace(draft, number=stored[0].id) if stored else None


async def keep(work: Work, rounds: Sequence[Round]) -> None:
    """Store how ``rounds`` stand."""
    if not rounds:
        return
    names = [name for name in _columns(rounds[0]) if name not in _FIXED]
    statement = (
        update(_TABLE)
        .where(_TABLE.c.guild_id == bindparam("of_guild"), _TABLE.c.id == bindparam("of_number"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    changes = []
    for each in rounds:
        columns = _columns(each)
        row = {f"new_{name}": columns[name] for name in names}
        changes.append({"of_guild": each.guild, "of_number": each.number, **row})
    await work.session.execute(statement, changes)


async def one(work: Work, guild: GuildId, number: int, *, locked: bool = False) -> Round | None:
    """Return the round ``number`` of ``guild``; ``locked``: nobody else moves it till the end."""
    found = select(RoundRow).where(RoundRow.guild_id == guild, RoundRow.id == number)
    row = await work.session.scalar(found.with_for_update() if locked else found)
    return None if row is None else _round(row)


async def running_in(work: Work, guild: GuildId, channel: ChannelId) -> Round | None:
    """Return the round that runs in ``channel``, started there or going on there in a thread."""
    here = (RoundRow.channel_id == channel) | (RoundRow.thread_id == channel)
    row = await work.session.scalar(
        select(RoundRow)
        .where(RoundRow.guild_id == guild, here, RoundRow.phase != Phase.ENDED)
        .order_by(RoundRow.id.desc())
        .limit(1)
    )
    return None if row is None else _round(row)


async def earliest(work: Work) -> datetime | None:
    """Return when the next phase of any round is over."""
    return await work.session.scalar(select(func.min(RoundRow.until)))


async def due(work: Work, now: datetime | None, limit: int) -> list[Round]:
    """Return rounds of any server whose phase is over by ``now`` (None: all that run)."""
    found = select(RoundRow).where(RoundRow.until.is_not(None))
    if now is not None:
        found = found.where(RoundRow.until <= now)
    # Another process may be moving some of them at this moment.
    found = found.order_by(RoundRow.until, RoundRow.id).limit(limit)
    rows = await work.session.scalars(found.with_for_update(skip_locked=True))
    return [_round(row) for row in rows]


async def scores(work: Work, rounds: Collection[int]) -> dict[int, list[Score]]:
    """Return how members did in each of ``rounds``, of whichever server; closed items only."""
    found = await work.session.execute(
        select(
            AskedRow.round_id,
            AnswerRow.member_id,
            func.count(),
            func.sum(case((AnswerRow.is_right, 1), else_=0)),
        )
        .join(AskedRow, AskedRow.id == AnswerRow.asked_id)
        .where(
            AskedRow.round_id.in_(rounds),
            AskedRow.guild_id == AnswerRow.guild_id,
            AskedRow.state == AskedState.CLOSED,
        )
        .group_by(AskedRow.round_id, AnswerRow.member_id)
    )
    by_round: dict[int, list[Score]] = {number: [] for number in rounds}
    for number, member, answers, right in found:
        by_round[number or 0].append(Score(MemberId(member), answers, int(right)))
    return by_round


async def scores_until(work: Work, guild: GuildId, number: int, part: int) -> list[Score]:
    """Return how members stood in a round of ``guild`` once its item ``part`` had closed."""
    found = await work.session.execute(
        select(AnswerRow.member_id, func.count(), func.sum(case((AnswerRow.is_right, 1), else_=0)))
        .join(AskedRow, AskedRow.id == AnswerRow.asked_id)
        .where(
            AnswerRow.guild_id == guild,
            AskedRow.guild_id == guild,
            AskedRow.round_id == number,
            AskedRow.part <= part,
            AskedRow.state == AskedState.CLOSED,
        )
        .group_by(AnswerRow.member_id)
    )
    return [Score(MemberId(member), answers, int(right)) for member, answers, right in found]


def _columns(each: Round) -> dict[str, Any]:
    return {
        "guild_id": each.guild,
        "channel_id": each.channel,
        "thread_id": each.thread,
        "member_id": each.member,
        "topic": [each.topic.ko, each.topic.en],
        "seconds": each.seconds,
        "items": [item.as_json() for item in each.items],
        "in_thread": each.in_thread,
        "phase": each.phase.value,
        "part": each.part,
        "until": each.until,
        "paused_in": each.paused_in.value if each.paused_in else None,
        "left_ms": None if each.left is None else each.left // _MILLISECOND,
        "started_at": each.started_at,
        "turned_at": each.turned_at,
        "ending": each.ending.value if each.ending else None,
    }


def _round(row: RoundRow) -> Round:
    return Round(
        number=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        member=MemberId(row.member_id),
        topic=Text(row.topic[0] or "", row.topic[1]),
        items=tuple(Snapshot.from_json(item) for item in row.items),
        seconds=row.seconds,
        phase=Phase(row.phase),
        started_at=row.started_at,
        turned_at=row.turned_at,
        until=row.until,
        part=row.part,
        in_thread=row.in_thread,
        thread=None if row.thread_id is None else ChannelId(row.thread_id),
        paused_in=Phase(row.paused_in) if row.paused_in else None,
        left=None if row.left_ms is None else row.left_ms * _MILLISECOND,
        ending=Ending(row.ending) if row.ending else None,
    )
