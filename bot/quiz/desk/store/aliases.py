"""Queries of the answers that servers take as right besides those of the notes."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, tuple_

from bot.ids import GuildId, MemberId
from bot.quiz.desk.store.tables import AliasRow, RemarkedRow
from bot.quiz.model import AskedState
from bot.quiz.store.tables import AskedRow
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_ALIASES = table_of(AliasRow)
_REMARKED = table_of(RemarkedRow)
# A member in a server.
Who = tuple[GuildId, MemberId]


async def of_items(
    work: Work, wanted: Collection[tuple[GuildId, str]]
) -> dict[tuple[GuildId, str], tuple[str, ...]]:
    """Return what each server takes as right for each item (the content's id) of ``wanted``."""
    if not wanted:
        return {}
    found = await work.session.execute(
        select(AliasRow.guild_id, AliasRow.item, AliasRow.text)
        .where(tuple_(AliasRow.guild_id, AliasRow.item).in_(list(wanted)))
        .order_by(AliasRow.accepted_at, AliasRow.folded)
    )
    taken: dict[tuple[GuildId, str], tuple[str, ...]] = {}
    for guild, item, text in found:
        place = (GuildId(guild), item)
        taken[place] = (*taken.get(place, ()), text)
    return taken


async def add(
    work: Work, guild: GuildId, item: str, *, folded: str, text: str, now: datetime
) -> None:
    """Take ``text`` as right from now on; what is taken already stays as it is."""
    row = {
        "guild_id": guild,
        "item": item,
        "folded": folded,
        "text": text,
        "accepted_at": now,
    }
    await insert_new(work, _ALIASES, [row])


async def keep_news(work: Work, guild: GuildId, changed: Collection[tuple[MemberId, int]]) -> None:
    """Note whose answers to which asked items became right, until they are told."""
    rows = [{"guild_id": guild, "member_id": who, "asked_id": asked} for who, asked in changed]
    await insert_new(work, _REMARKED, rows)


async def with_news(work: Work, members: Collection[Who]) -> set[Who]:
    """Return those of ``members`` of whom some answer became right that they were not told of."""
    found = (
        select(RemarkedRow.guild_id, RemarkedRow.member_id)
        .where(
            RemarkedRow.guild_id.in_({guild for guild, _ in members}),
            RemarkedRow.member_id.in_({member for _, member in members}),
        )
        .distinct()
    )
    rows = await work.session.execute(found)
    return {(GuildId(guild), MemberId(member)) for guild, member in rows} & set(members)


async def take_news(work: Work, members: Collection[Who]) -> dict[Who, list[int]]:
    """Return which answers of ``members`` became right that they may know of, and forget that.

    Where the verdict is hidden until closing, the news waits as well.
    """
    if not members:
        return {}
    who = tuple_(RemarkedRow.guild_id, RemarkedRow.member_id)
    found = await work.session.execute(
        select(RemarkedRow.guild_id, RemarkedRow.member_id, RemarkedRow.asked_id)
        .join(AskedRow, AskedRow.id == RemarkedRow.asked_id)
        .where(
            who.in_(list(members)),
            AskedRow.guild_id == RemarkedRow.guild_id,
            (AskedRow.state != AskedState.OPEN.value) | AskedRow.hides_verdict.is_(False),
        )
        .order_by(RemarkedRow.asked_id)
    )
    news: dict[Who, list[int]] = {}
    for guild, member, asked in found:
        news.setdefault((GuildId(guild), MemberId(member)), []).append(asked)
    if news:
        key = tuple_(RemarkedRow.guild_id, RemarkedRow.member_id, RemarkedRow.asked_id)
        told = [(*each, asked) for each, numbers in news.items() for asked in numbers]
        await work.session.execute(
            delete(RemarkedRow).where(key.in_(told)),
            execution_options={"synchronize_session": False},
        )
    return news
