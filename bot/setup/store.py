"""The table of set-ups and its queries."""

from sqlalchemy import BigInteger, CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, RoleId
from bot.setup.model import Draft, Step
from bot.storage.base import Base
from bot.storage.work import Work

_STEPS = {step.word: step for step in Step}


class SetupRow(Base):
    """A server's answers."""

    __tablename__ = "guild_setup"
    __table_args__ = (
        CheckConstraint("quiz_minutes BETWEEN 0 AND 1439", name="quiz_minutes_of_a_day"),
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(Integer)
    step: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    zone: Mapped[str] = mapped_column(String(64))
    quiz_channel_id: Mapped[int | None] = mapped_column(BigInteger)
    quiz_minutes: Mapped[int | None] = mapped_column(Integer)
    notice_channel_id: Mapped[int | None] = mapped_column(BigInteger)
    moderator_role_id: Mapped[int | None] = mapped_column(BigInteger)
    schedule: Mapped[int | None] = mapped_column(BigInteger)


async def draft_of(work: Work, guild: GuildId) -> Draft | None:
    """Return the answers of ``guild``; None: nobody ever began."""
    row = await work.session.get(SetupRow, guild, with_for_update=work.writes)
    if row is None:
        return None
    return Draft(
        guild=guild,
        revision=row.revision,
        step=_STEPS[row.step],
        language=row.language,
        zone=row.zone,
        quiz_channel=None if row.quiz_channel_id is None else ChannelId(row.quiz_channel_id),
        quiz_minutes=row.quiz_minutes,
        notice_channel=None if row.notice_channel_id is None else ChannelId(row.notice_channel_id),
        moderator_role=None if row.moderator_role_id is None else RoleId(row.moderator_role_id),
        schedule=row.schedule,
    )


async def keep(work: Work, draft: Draft) -> None:
    """Store ``draft`` in place of what its server had."""
    await work.session.merge(
        SetupRow(
            guild_id=draft.guild,
            revision=draft.revision,
            step=draft.step.word,
            language=draft.language,
            zone=draft.zone,
            quiz_channel_id=draft.quiz_channel,
            quiz_minutes=draft.quiz_minutes,
            notice_channel_id=draft.notice_channel,
            moderator_role_id=draft.moderator_role,
            schedule=draft.schedule,
        )
    )
    await work.session.flush()
