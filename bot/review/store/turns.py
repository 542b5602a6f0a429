"""Queries of rounds and of the items in them."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import case, func, select, update

from bot.content.model import ItemKind
from bot.ids import GuildId, MemberId
from bot.quiz.model import Given, Sureness
from bot.quiz.snapshot import Snapshot
from bot.review.model import Done, Mode, Run, Turn
from bot.review.store.tables import RunRow, TurnRow
from bot.storage.work import Work

_NO_SYNC = {"synchronize_session": False}


async def begin(work: Work, run: Run) -> Run:
    """Store a new round; return it with its number."""
    row = RunRow(guild_id=run.guild, member_id=run.member, mode=run.mode.value, length=run.length)
    work.session.add(row)
    await work.session.flush()
    return replace(run, number=row.id)


async def add(work: Work, turn: Turn) -> Turn:
    """Store a new item of a round; return it with its number."""
    row = TurnRow(
        guild_id=turn.run.guild,
        member_id=turn.run.member,
        run_id=turn.run.number,
        place=turn.place,
        item=turn.snapshot.item,
        snapshot=turn.snapshot.as_json(),
        shown_at=turn.shown_at,
        is_right=False,
    )
    work.session.add(row)
    await work.session.flush()
    return replace(turn, number=row.id)


async def one(work: Work, guild: GuildId, member: MemberId, number: int) -> Turn | None:
    """Return the turn ``number`` of ``member`` in ``guild``, locked."""
    found = await work.session.execute(
        select(TurnRow, RunRow)
        .join(RunRow, RunRow.id == TurnRow.run_id)
        .where(TurnRow.guild_id == guild, TurnRow.member_id == member, TurnRow.id == number)
        .with_for_update(of=TurnRow)
    )
    pair = found.one_or_none()
    return None if pair is None else _turn(*pair)


async def at_place(work: Work, run: Run, place: int) -> Turn | None:
    """Return the item at ``place`` of ``run``, if it was shown already."""
    row = await work.session.scalar(
        select(TurnRow).where(
            TurnRow.guild_id == run.guild, TurnRow.run_id == run.number, TurnRow.place == place
        )
    )
    return None if row is None else _turn_of(row, run)


async def unanswered(
    work: Work, guild: GuildId, member: MemberId, mode: Mode, since: datetime
) -> Turn | None:
    """Return the item of ``mode`` that ``member`` was shown last, if it waits for an answer."""
    found = await work.session.execute(
        select(TurnRow, RunRow)
        .join(RunRow, RunRow.id == TurnRow.run_id)
        .where(
            TurnRow.guild_id == guild,
            TurnRow.member_id == member,
            RunRow.mode == mode,
            TurnRow.shown_at >= since,
        )
        .order_by(TurnRow.id.desc())
        .limit(1)
    )
    pair = found.one_or_none()
    if pair is None or pair[0].given is not None:
        return None
    return _turn(*pair)


async def answer(work: Work, turn: Turn) -> None:
    """Store what was given in ``turn``."""
    await work.session.execute(
        update(TurnRow)
        .where(TurnRow.guild_id == turn.run.guild, TurnRow.id == turn.number)
        .values(given=str(turn.given), is_right=turn.is_right, answered_at=turn.answered_at),
        execution_options=_NO_SYNC,
    )


async def keep_sureness(work: Work, turn: Turn, sureness: Sureness) -> None:
    """Store how sure the member was; the latest word counts."""
    await work.session.execute(
        update(TurnRow)
        .where(TurnRow.guild_id == turn.run.guild, TurnRow.id == turn.number)
        .values(sureness=int(sureness)),
        execution_options=_NO_SYNC,
    )


async def counted(work: Work, run: Run) -> tuple[int, int]:
    """Return how many items of ``run`` were answered, and how many of these were right."""
    found = await work.session.execute(
        select(func.count(), func.sum(case((TurnRow.is_right, 1), else_=0))).where(
            TurnRow.guild_id == run.guild,
            TurnRow.run_id == run.number,
            TurnRow.given.is_not(None),
        )
    )
    answers, right = found.one()
    return answers, int(right or 0)


async def items_of(work: Work, run: Run) -> set[str]:
    """Return the content's ids of what ``run`` has shown."""
    shown = select(TurnRow.item).where(TurnRow.guild_id == run.guild, TurnRow.run_id == run.number)
    return set(await work.session.scalars(shown))


async def answered_by(work: Work, guild: GuildId, member: MemberId) -> list[Done]:
    """Return what ``member`` answered in rounds, oldest first."""
    found = await work.session.execute(
        select(TurnRow.item, TurnRow.is_right, TurnRow.sureness, TurnRow.answered_at)
        .where(TurnRow.guild_id == guild, TurnRow.member_id == member, TurnRow.given.is_not(None))
        .order_by(TurnRow.id)
    )
    return [
        Done(item, right, None if sureness is None else Sureness(sureness), at)
        for item, right, sureness, at in found
        if at is not None
    ]


def _turn(row: TurnRow, run: RunRow) -> Turn:
    return _turn_of(
        row, Run(run.id, GuildId(run.guild_id), MemberId(run.member_id), Mode(run.mode), run.length)
    )


def _turn_of(row: TurnRow, run: Run) -> Turn:
    snapshot = Snapshot.from_json(row.snapshot)
    is_text = snapshot.kind is ItemKind.SHORT
    return Turn(
        number=row.id,
        run=run,
        place=row.place,
        snapshot=snapshot,
        shown_at=row.shown_at,
        given=None if row.given is None else Given.read(row.given, is_text=is_text),
        is_right=row.is_right,
        sureness=None if row.sureness is None else Sureness(row.sureness),
        answered_at=row.answered_at,
    )
