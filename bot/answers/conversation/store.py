"""The table of what each member talks about with the bot, place by place."""

from datetime import datetime

from sqlalchemy import BigInteger, String, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.answers.conversation.model import MAX_TEXT, Topic
from bot.ids import MemberId, Place
from bot.storage.base import Base, UtcDateTime, table_of
from bot.storage.upsert import upsert
from bot.storage.work import Work


class TopicRow(Base):
    """The latest subject; ``guild_id`` is NULL in direct messages."""

    __tablename__ = "answer_topic"

    channel_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int | None] = mapped_column(BigInteger)
    # The content's ids (one, or two that were compared), divided by a blank.
    concepts: Mapped[str] = mapped_column(String(130))
    text: Mapped[str | None] = mapped_column(String(MAX_TEXT))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


_TABLE = table_of(TopicRow)


async def topic_of(work: Work, place: Place, member: MemberId, *, since: datetime) -> Topic | None:
    """Return what ``member`` talks about in ``place``, if not before ``since``."""
    row = await work.session.scalar(
        select(TopicRow).where(
            TopicRow.guild_id == place.guild,
            TopicRow.channel_id == place.channel,
            TopicRow.member_id == member,
            TopicRow.at >= since,
        )
    )
    return None if row is None else Topic(tuple(row.concepts.split()), row.text)


async def keep(work: Work, place: Place, member: MemberId, topic: Topic, at: datetime) -> None:
    """Store what ``member`` talks about now."""
    row = {
        "channel_id": place.channel,
        "member_id": member,
        "guild_id": place.guild,
        "concepts": " ".join(topic.concepts),
        "text": topic.text,
        "at": at,
    }
    await upsert(work, _TABLE, [row], keys=("channel_id", "member_id"))
