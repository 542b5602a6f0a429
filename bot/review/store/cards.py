"""Queries of what members remember."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select, tuple_

from bot.ids import GuildId, MemberId
from bot.quiz.journal import Who
from bot.review.memory import Card, Grade, Memory, Origin, Reviewed
from bot.review.store.tables import CardRow
from bot.storage.base import table_of
from bot.storage.upsert import upsert
from bot.storage.work import Work

_TABLE = table_of(CardRow)
_KEYS = ("guild_id", "member_id", "item")


async def of_members(work: Work, members: Collection[Who]) -> dict[Who, dict[str, Card]]:
    """Return the cards of ``members``, by the content's id of the item."""
    who = tuple_(CardRow.guild_id, CardRow.member_id)
    by_member: dict[Who, dict[str, Card]] = {each: {} for each in members}
    for row in await work.session.scalars(select(CardRow).where(who.in_(list(members)))):
        by_member[GuildId(row.guild_id), MemberId(row.member_id)][row.item] = _card(row)
    return by_member


async def one(work: Work, guild: GuildId, member: MemberId, item: str) -> Card | None:
    """Return what ``member`` remembers of ``item``, locked."""
    row = await work.session.scalar(
        select(CardRow)
        .where(CardRow.guild_id == guild, CardRow.member_id == member, CardRow.item == item)
        .with_for_update()
    )
    return None if row is None else _card(row)


async def count_due(
    work: Work, members: Collection[tuple[GuildId, MemberId]], day: date
) -> dict[tuple[GuildId, MemberId], int]:
    """Return how many cards of each of ``members`` are due by ``day``; none: left out."""
    counted = (
        select(CardRow.guild_id, CardRow.member_id, func.count())
        .where(
            CardRow.guild_id.in_({guild for guild, _ in members}),
            CardRow.member_id.in_({member for _, member in members}),
            CardRow.due_on <= day,
        )
        .group_by(CardRow.guild_id, CardRow.member_id)
    )
    rows = await work.session.execute(counted)
    return {(GuildId(guild), MemberId(member)): count for guild, member, count in rows}


async def keep(work: Work, cards: Sequence[Card]) -> None:
    """Store each of ``cards`` in place of what was remembered of its item."""
    await upsert(work, _TABLE, [_columns(card) for card in cards], keys=_KEYS)
    # Rows that were read before hold what they held then.
    work.session.expire_all()


def _columns(card: Card) -> dict[str, Any]:
    memory, last = card.memory, card.last
    return {
        "guild_id": card.guild,
        "member_id": card.member,
        "item": card.item,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "reviewed_on": memory.reviewed,
        "due_on": memory.due,
        "before": _stored(card.before),
        "origin": last.origin.value,
        "origin_id": last.number,
        "grade": int(last.grade),
        "reviewed_at": last.at,
    }


def _stored(memory: Memory | None) -> list[Any] | None:
    if memory is None:
        return None
    days = (memory.reviewed.isoformat(), memory.due.isoformat())
    return [memory.stability, memory.difficulty, *days]


def _card(row: CardRow) -> Card:
    before = None
    if row.before is not None:
        stability, difficulty, seen, due = row.before
        before = Memory(stability, difficulty, date.fromisoformat(seen), date.fromisoformat(due))
    return Card(
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        memory=Memory(row.stability, row.difficulty, row.reviewed_on, row.due_on),
        last=Reviewed(
            Origin(row.origin), row.origin_id, row.item, Grade(row.grade), row.reviewed_at
        ),
        before=before,
    )
