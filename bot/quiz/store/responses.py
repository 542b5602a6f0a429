"""Queries of everything that a server answered, for item statistics; read in small parts."""

from collections.abc import Collection

from sqlalchemy import select

from bot.ids import GuildId
from bot.quiz.model import AskedItem, AskedState, Sureness
from bot.quiz.store.asked import some
from bot.quiz.store.tables import AnswerRow, AskedRow
from bot.storage.work import Work

# Rows fetched at once, so that other members' presses get their turn in between.
_AT_ONCE = 500
# An answer: to which asked item, whose, whether right, whether its member was sure.
Sure = tuple[int, int, bool, bool]


async def closed(work: Work, guild: GuildId, limit: int) -> list[AskedItem]:
    """Return what closed last in ``guild``, newest first: open items tell nothing yet."""
    found = (
        select(AskedRow.id)
        .where(AskedRow.guild_id == guild, AskedRow.state == AskedState.CLOSED.value)
        .order_by(AskedRow.due.desc(), AskedRow.id.desc())
        .limit(limit)
    )
    items = await some(work, guild, list(await work.session.scalars(found)))
    return sorted(items.values(), key=lambda item: (item.due, item.number), reverse=True)


async def answers_to(
    work: Work, guild: GuildId, numbers: Collection[int]
) -> list[tuple[int, int, str, bool]]:
    """Return each answer to the asked items ``numbers``: of which, whose, given, right; in order.

    An order by number is an order by time: rows are numbered as they are stored.
    """
    found = (
        select(AnswerRow.asked_id, AnswerRow.member_id, AnswerRow.given, AnswerRow.is_right)
        .where(AnswerRow.guild_id == guild, AnswerRow.asked_id.in_(numbers))
        .order_by(AnswerRow.id)
    )
    rows: list[tuple[int, int, str, bool]] = []
    stream = await work.session.stream(found)
    async for part in stream.partitions(_AT_ONCE):
        rows += [(asked, member, given, right) for asked, member, given, right in part]
    return rows


async def sure_of(work: Work, guild: GuildId, numbers: Collection[int]) -> list[Sure]:
    """Return each answer to the asked items ``numbers``: of which, whose, right, and how sure."""
    found = await work.session.execute(
        select(AnswerRow.asked_id, AnswerRow.member_id, AnswerRow.is_right, AnswerRow.sureness)
        .where(AnswerRow.guild_id == guild, AnswerRow.asked_id.in_(numbers))
        .order_by(AnswerRow.id)
    )
    return [(asked, member, right, sure == Sureness.SURE) for asked, member, right, sure in found]
