"""Tables of keeping times and departures; queries over every table that names a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    Integer,
    String,
    Table,
    delete,
    select,
    union,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, MemberId
from bot.storage.base import Base, UtcDateTime
from bot.storage.personal import NOBODY, Fate, Personal, Retained
from bot.storage.work import Work

_NO_SYNC = {"synchronize_session": False}


class RetentionRow(Base):
    """How many days a server keeps one kind of data; 0: for ever."""

    __tablename__ = "guild_retention"
    __table_args__ = (CheckConstraint("days >= 0", name="days_not_negative"),)

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    days: Mapped[int] = mapped_column(Integer)


class DepartureRow(Base):
    """A server that the bot is in no more, and since when that is known."""

    __tablename__ = "guild_departure"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    noticed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TidyingRow(Base):
    """When what is too old is looked for next."""

    __tablename__ = "tidying"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)


async def rows_about(
    work: Work, column: Personal, member: MemberId, guild: GuildId | None
) -> list[Mapping[str, Any]]:
    """Return the rows that name ``member``, without the columns that name others."""
    table = _table(column.table)
    found = await work.session.execute(select(table).where(*_about(column, member, guild)))
    return [dict(row._mapping) for row in found]


async def forget(work: Work, column: Personal, member: MemberId, guild: GuildId | None) -> int:
    """Delete or unname the rows that name ``member``; return how many."""
    table = _table(column.table)
    about = _about(column, member, guild)
    if column.fate is Fate.DELETE:
        done = await work.session.execute(
            delete(table).where(*about).returning(*table.primary_key.columns)
        )
    else:
        named = table.c[column.member]
        done = await work.session.execute(
            update(table)
            .where(*about)
            .values({named: None if named.nullable else NOBODY})
            .returning(*table.primary_key.columns)
        )
    return len(done.all())


async def days_of(work: Work, guild: GuildId) -> dict[str, int]:
    """Return for how many days ``guild`` chose to keep what (0: for ever)."""
    rows = await work.session.scalars(select(RetentionRow).where(RetentionRow.guild_id == guild))
    return {row.kind: row.days for row in rows}


async def keep_for(work: Work, guild: GuildId, kind: str, days: int) -> None:
    """Store for how many days ``guild`` keeps ``kind``."""
    await work.session.merge(RetentionRow(guild_id=guild, kind=kind, days=days))
    await work.session.flush()


async def chosen_days(work: Work, kind: str) -> dict[GuildId, int]:
    """Return every server that chose a time for ``kind``, with the days."""
    rows = await work.session.scalars(select(RetentionRow).where(RetentionRow.kind == kind))
    return {GuildId(row.guild_id): row.days for row in rows}


async def expire(
    work: Work,
    kept: Retained,
    before: datetime,
    *,
    only: GuildId | None = None,
    but: Sequence[GuildId] = (),
) -> int:
    """Delete what is older than ``before``: of the server ``only``, or of all ``but`` some."""
    table = _table(kept.table)
    old: list[ColumnElement[bool]] = [table.c[kept.since] < before]
    if only is not None:
        old.append(table.c.guild_id == only)
    elif but:
        old.append(table.c.guild_id.is_(None) | table.c.guild_id.not_in(but))
    gone = await work.session.execute(
        delete(table).where(*old).returning(*table.primary_key.columns)
    )
    return len(gone.all())


async def known_guilds(work: Work) -> frozenset[GuildId]:
    """Return every server of which anything is kept."""
    columns = [select(table.c.guild_id) for table in _guild_tables() if table.name != "tidying"]
    found = await work.session.scalars(union(*columns))
    return frozenset(GuildId(guild) for guild in found if guild is not None)


async def departures(work: Work) -> dict[GuildId, datetime]:
    """Return the servers that the bot is in no more, with the moment since when that is known."""
    rows = await work.session.scalars(select(DepartureRow))
    return {GuildId(row.guild_id): row.noticed_at for row in rows}


async def depart(work: Work, guild: GuildId, now: datetime) -> None:
    """Note that the bot is not in ``guild`` any more."""
    work.session.add(DepartureRow(guild_id=guild, noticed_at=now))
    await work.session.flush()


async def come_back(work: Work, guild: GuildId) -> None:
    """Forget that the bot was ever removed from ``guild``."""
    await work.session.execute(
        delete(DepartureRow).where(DepartureRow.guild_id == guild), execution_options=_NO_SYNC
    )


async def drop_guild(work: Work, guild: GuildId) -> int:
    """Delete everything of ``guild``; return how many rows. What hangs on them goes along."""
    gone = 0
    for table in _guild_tables():
        done = await work.session.execute(
            delete(table).where(table.c.guild_id == guild).returning(*table.primary_key.columns)
        )
        gone += len(done.all())
    return gone


async def next_tidying(work: Work, name: str) -> datetime | None:
    """Return when it is looked next; None: it never was."""
    return await work.session.scalar(select(TidyingRow.next_at).where(TidyingRow.name == name))


async def tidy_again(work: Work, name: str, at: datetime) -> None:
    """Store when it is looked next."""
    await work.session.merge(TidyingRow(name=name, next_at=at))
    await work.session.flush()


def _guild_tables() -> list[Table]:
    """Return every table with a server's rows, children before what they hang on."""
    return [table for table in reversed(Base.metadata.sorted_tables) if "guild_id" in table.columns]


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _about(column: Personal, member: MemberId, guild: GuildId | None) -> list[ColumnElement[bool]]:
    table = _table(column.table)
    about: list[ColumnElement[bool]] = [table.c[column.member] == member]
    if column.only is not None:
        name, values = column.only
        about.append(table.c[name].in_(values))
    if guild is None:
        return about
    if column.parent is not None:
        parent = _table(column.parent.table)
        mine = select(parent.c.id).where(parent.c.guild_id == guild)
        about.append(table.c[column.parent.column].in_(mine))
    else:
        about.append(table.c.guild_id == guild)
    return about
