"""Queries that mark answers anew once a moderator has taken other words as right."""

from collections.abc import Collection

from sqlalchemy import select, update

from bot.ids import GuildId, MemberId
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.store.asked import some
from bot.quiz.store.tables import AnswerRow, AskedRow
from bot.storage.work import Work


async def held_of_item(work: Work, guild: GuildId, item: str) -> dict[int, AskedItem]:
    """Return every asking of ``item`` (the content's id), held so that no answer slips between."""
    found = (
        select(AskedRow.id)
        .where(
            AskedRow.guild_id == guild,
            AskedRow.item == item,
            AskedRow.state.in_((AskedState.OPEN.value, AskedState.CLOSED.value)),
        )
        .order_by(AskedRow.id)
        .with_for_update()
    )
    return await some(work, guild, list(await work.session.scalars(found)))


async def wrong_on(work: Work, guild: GuildId, item: str) -> list[tuple[int, MemberId, str]]:
    """Return the wrong answers to ``item``: the asked item's number, who, and what was given."""
    found = await work.session.execute(
        select(AnswerRow.asked_id, AnswerRow.member_id, AnswerRow.given).where(
            AnswerRow.guild_id == guild,
            AnswerRow.item == item,
            AnswerRow.is_right.is_(False),
        )
    )
    return [(asked, MemberId(member), given) for asked, member, given in found]


async def turn_right(work: Work, guild: GuildId, item: str, given: Collection[str]) -> None:
    """Mark as right every answer to ``item`` that was ``given`` in just these words."""
    await work.session.execute(
        update(AnswerRow)
        .where(
            AnswerRow.guild_id == guild, AnswerRow.item == item, AnswerRow.given.in_(list(given))
        )
        .values(is_right=True),
        execution_options={"synchronize_session": False},
    )
