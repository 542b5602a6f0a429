"""What can be done with what is kept about a person, and with how long it is kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.ids import GuildId, MemberId
from bot.privacy import store
from bot.privacy.model import CHOICES, FAREWELL, FOR_EVER, Keeping, UnknownRetention
from bot.privacy.register import Register
from bot.storage.work import Work


async def kept(
    work: Work, register: Register, member: MemberId, guild: GuildId | None
) -> dict[str, list[dict[str, Any]]]:
    """Return everything that is the member's own: of ``guild``, or (None) of everywhere.

    By table, a row a dict with plain JSON values; tables without such a row are left out.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for column in register.columns:
        if not column.is_mine or (column.everywhere and guild is not None):
            continue
        rows = await store.rows_about(work, column, member, guild)
        others = {each.member for each in register.columns if each.table == column.table}
        hidden = others - {column.member}
        found.setdefault(column.table, []).extend(_plain(row, hidden) for row in rows)
    for part in register.parts:
        for table, more in (await part.kept(work, member, guild)).items():
            found.setdefault(table, []).extend(_plain(row, set()) for row in more)
    return {table: rows for table, rows in found.items() if rows}


async def forget(work: Work, register: Register, member: MemberId, guild: GuildId | None) -> int:
    """Delete everything personal of ``member``: in ``guild``, or (None) everywhere.

    Return how many rows went or lost the name.
    """
    gone = 0
    for part in register.parts:
        gone += await part.forget(work, member, guild)
    for column in register.columns:
        if not (column.everywhere and guild is not None):
            gone += await store.forget(work, column, member, guild)
    return gone


async def keeping(work: Work, register: Register, guild: GuildId) -> tuple[Keeping, ...]:
    """Return for how long ``guild`` keeps each kind of data."""
    chosen = await store.days_of(work, guild)
    return tuple(
        Keeping(kind, (chosen[kind] or None) if kind in chosen else days)
        for kind, days in register.kinds.items()
    )


async def keep_for(work: Work, register: Register, guild: GuildId, kind: str, days: int) -> None:
    """Keep ``kind`` for so many days in ``guild`` (``FOR_EVER``: without an end).

    Raises:
        UnknownRetention: no such kind, or not a time to choose.
    """
    if kind not in register.kinds or days not in CHOICES:
        raise UnknownRetention
    await store.keep_for(work, guild, kind, days)


async def expire(work: Work, register: Register, now: datetime) -> int:
    """Delete what is older than its server keeps it; return how many rows."""
    gone = 0
    for retained in register.retained:
        chosen = await store.chosen_days(work, retained.kind)
        for guild, days in chosen.items():
            if days != FOR_EVER:
                before = now - timedelta(days=days)
                gone += await store.expire(work, retained, before, only=guild)
        if retained.keep is not None:
            before = now - retained.keep
            gone += await store.expire(work, retained, before, but=tuple(chosen))
    return gone


async def note_departures(
    work: Work, here: frozenset[GuildId], gone: frozenset[GuildId], now: datetime
) -> None:
    """Note which servers the bot is in (``here``), and which it left (``gone``)."""
    known = await store.departures(work)
    for guild in known.keys() & here:
        await store.come_back(work, guild)
    for guild in gone - known.keys():
        await store.depart(work, guild, now)


async def drop_departed(work: Work, now: datetime) -> int:
    """Delete everything of servers that the bot left ``FAREWELL`` ago; return how many rows."""
    departed = await store.departures(work)
    over = [guild for guild, noticed in departed.items() if noticed <= now - FAREWELL]
    return sum([await store.drop_guild(work, guild) for guild in over])


async def known_guilds(work: Work) -> frozenset[GuildId]:
    """Return every server of which anything is kept."""
    return await store.known_guilds(work)


async def next_tidying(work: Work, name: str) -> datetime | None:
    """Return when it is looked next for what is too old; None: it never was."""
    return await store.next_tidying(work, name)


async def tidy_again(work: Work, name: str, at: datetime) -> None:
    """Look again at ``at``."""
    await store.tidy_again(work, name, at)


def _plain(row: Mapping[str, Any], hidden: set[str]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items() if name not in hidden}


def _value(value: Any) -> Any:
    # Discord's numbers are larger than what JSON readers such as a browser's keep exactly.
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if value > 2**53 else value
    if isinstance(value, bytes):
        return value.hex()
    return (
        value
        if value is None or isinstance(value, str | float | bool | list | dict)
        else str(value)
    )
