"""The table of announcements, and its queries."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    Index,
    String,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.announce.model import Announcement, Standing
from bot.posts.wallclock import Occurrence, rule_of
from bot.storage.base import Base, RowId, UtcDateTime, table_of
from bot.storage.work import Work

_OPEN = (Standing.WAITING.value, Standing.PAUSED.value)


class AnnouncementRow(Base):
    """One announcement; it stays when it is done or cancelled."""

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'paused', 'done', 'cancelled')", name="state_known"),
        CheckConstraint("(state = 'waiting') = (next_at IS NOT NULL)", name="waiting_has_next"),
        Index("ix_announcement_next_at", "next_at"),
        Index("ix_announcement_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str] = mapped_column(String(2000))
    silent: Mapped[bool] = mapped_column(Boolean)
    rule: Mapped[str] = mapped_column(String(64))
    zone: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16))
    next_day: Mapped[date | None] = mapped_column(Date)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_day: Mapped[date | None] = mapped_column(Date)


_TABLE = table_of(AnnouncementRow)


async def add(work: Work, announcement: Announcement) -> Announcement:
    """Store ``announcement``, whose id is of no meaning yet; return it with its number."""
    values = _changes(announcement)
    row = AnnouncementRow(
        guild_id=announcement.guild,
        channel_id=announcement.channel,
        member_id=announcement.author,
        text=announcement.text,
        silent=announcement.silent,
        **{name.removeprefix("new_"): value for name, value in values.items() if name != "row"},
    )
    work.session.add(row)
    await work.session.flush()
    return _announcement(row)


async def announcement(work: Work, guild: GuildId, number: int) -> Announcement | None:
    """Return the announcement ``number`` of ``guild``."""
    row = await work.session.scalar(
        select(AnnouncementRow).where(
            AnnouncementRow.guild_id == guild, AnnouncementRow.id == number
        )
    )
    return None if row is None else _announcement(row)


async def open_ones(work: Work, guild: GuildId) -> list[Announcement]:
    """Return the announcements of ``guild`` that are waiting or paused, the next one first."""
    rows = await work.session.scalars(
        select(AnnouncementRow)
        .where(AnnouncementRow.guild_id == guild, AnnouncementRow.state.in_(_OPEN))
        .order_by(AnnouncementRow.next_at.is_(None), AnnouncementRow.next_at, AnnouncementRow.id)
    )
    return [_announcement(row) for row in rows]


async def earliest(work: Work) -> datetime | None:
    """Return when the next announcement of any server is due."""
    return await work.session.scalar(select(func.min(AnnouncementRow.next_at)))


async def due(work: Work, now: datetime, limit: int) -> list[Announcement]:
    """Return announcements of all servers whose time has come, the oldest first."""
    rows = await work.session.scalars(
        select(AnnouncementRow)
        .where(AnnouncementRow.next_at <= now)
        .order_by(AnnouncementRow.next_at, AnnouncementRow.id)
        .limit(limit)
    )
    return [_announcement(row) for row in rows]


async def keep(work: Work, announcements: Sequence[Announcement]) -> None:
    """Store how ``announcements`` stand and what is planned."""
    if not announcements:
        return
    names = ("rule", "zone", "state", "next_day", "next_at", "claimed_day")
    changes: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    statement = update(_TABLE).where(_TABLE.c.id == bindparam("row")).values(changes)
    await work.session.execute(statement, [_changes(each) for each in announcements])


def _changes(announcement: Announcement) -> dict[str, Any]:
    upcoming = announcement.next
    return {
        "row": announcement.id,
        "new_rule": str(announcement.rule),
        "new_zone": announcement.zone,
        "new_state": announcement.standing.value,
        "new_next_day": upcoming.day if upcoming else None,
        "new_next_at": upcoming.at if upcoming else None,
        "new_claimed_day": announcement.claimed_day,
    }


def _announcement(row: AnnouncementRow) -> Announcement:
    upcoming = Occurrence(row.next_day, row.next_at) if row.next_day and row.next_at else None
    return Announcement(
        id=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        author=MemberId(row.member_id),
        text=row.text,
        silent=row.silent,
        rule=rule_of(row.rule),
        zone=row.zone,
        standing=Standing(row.state),
        next=upcoming,
        claimed_day=row.claimed_day,
    )
