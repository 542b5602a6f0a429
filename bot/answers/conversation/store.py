"""The table of what each member talks about with the bot, place by place."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.answers.conversation.model import MAX_TEXT, Asker, Topic
from bot.ids import ChannelId, GuildId, MemberId, Place
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


async def topics_of(
    work: Work, askers: Collection[Asker], *, since: datetime
) -> dict[Asker, Topic]:
    """Return what each of ``askers`` talks about where they are, if not before ``since``."""
    places = [place for place, _ in askers]
    found = select(TopicRow).where(
        # In direct messages there is no server.
        or_(
            TopicRow.guild_id.in_({place.guild for place in places if place.guild is not None}),
            TopicRow.guild_id.is_(None),
        ),
        TopicRow.channel_id.in_({place.channel for place in places}),
        TopicRow.member_id.in_({member for _, member in askers}),
        TopicRow.at >= since,
    )
    wanted = set(askers)
    topics: dict[Asker, Topic] = {}
    for row in await work.session.scalars(found):
        guild = None if row.guild_id is None else GuildId(row.guild_id)
        asker = (Place(guild, ChannelId(row.channel_id)), MemberId(row.member_id))
        if asker in wanted:
            topics[asker] = Topic(tuple(row.concepts.split()), row.text)
    return topics


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
