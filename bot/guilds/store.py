"""Tables and queries of servers' settings and members' languages."""

from collections.abc import Collection

from sqlalchemy import BigInteger, String, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.guilds.model import GuildSettings
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.storage.base import Base
from bot.storage.work import Work


class GuildRow(Base):
    """One server's settings."""

    __tablename__ = "guild_settings"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))
    zone: Mapped[str] = mapped_column(String(64))
    moderator_role_id: Mapped[int | None] = mapped_column(BigInteger)
    notice_channel_id: Mapped[int | None] = mapped_column(BigInteger)


class MemberLanguageRow(Base):
    """The language that a person chose for themselves; it goes with them to every server."""

    __tablename__ = "member_language"

    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))


async def settings_of(work: Work, guild: GuildId) -> GuildSettings | None:
    """Return what ``guild`` set, or None if it never set anything."""
    row = await work.session.scalar(select(GuildRow).where(GuildRow.guild_id == guild))
    return None if row is None else _settings(row)


async def keep(work: Work, settings: GuildSettings) -> None:
    """Store ``settings``, in place of what its server had."""
    await work.session.merge(
        GuildRow(
            guild_id=settings.guild,
            language=settings.language,
            zone=settings.zone,
            moderator_role_id=settings.moderator_role,
            notice_channel_id=settings.notice_channel,
        )
    )
    await work.session.flush()


async def language_of(work: Work, member: MemberId) -> str | None:
    """Return the language that ``member`` chose, or None."""
    chosen = select(MemberLanguageRow.language).where(MemberLanguageRow.member_id == member)
    return await work.session.scalar(chosen)


async def languages_of(work: Work, members: Collection[MemberId]) -> dict[MemberId, str]:
    """Return the languages of those of ``members`` who chose one."""
    found = select(MemberLanguageRow).where(MemberLanguageRow.member_id.in_(members))
    return {MemberId(row.member_id): row.language for row in await work.session.scalars(found)}


async def keep_language(work: Work, member: MemberId, language: str | None) -> None:
    """Store ``member``'s choice; None forgets it."""
    row = await work.session.get(MemberLanguageRow, member)
    if language is None:
        if row is not None:
            await work.session.delete(row)
    elif row is None:
        work.session.add(MemberLanguageRow(member_id=member, language=language))
    else:
        row.language = language
    await work.session.flush()


def _settings(row: GuildRow) -> GuildSettings:
    return GuildSettings(
        guild=GuildId(row.guild_id),
        language=row.language,
        zone=row.zone,
        moderator_role=None if row.moderator_role_id is None else RoleId(row.moderator_role_id),
        notice_channel=None if row.notice_channel_id is None else ChannelId(row.notice_channel_id),
    )
