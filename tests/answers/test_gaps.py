"""What the notes could not answer, counted for moderators, on both databases."""

from datetime import UTC, datetime, timedelta

from bot.answers import service, store
from bot.answers.asked import Asked, Gap, Outcome
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.storage.work import Storage, Work
from tests.support.databases import database_url, postgres_server, storage

__all__ = ["database_url", "postgres_server", "storage"]

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD = GuildId(1)


async def ask(
    work: Work,
    text: str,
    minute: int,
    *,
    guild: GuildId | None = GUILD,
    outcome: Outcome = Outcome.GAP,
) -> None:
    """Keep a question as asked so many minutes after noon."""
    at = NOON + timedelta(minutes=minute)
    place = Place(guild, ChannelId(2))
    await store.keep_question(work, Asked(place, MemberId(3), text, outcome, None, None, 0.1, at))


async def test_the_same_question_is_counted_once_and_the_most_asked_comes_first(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        await ask(work, "쿠버네티스가 뭐야", 0)
        await ask(work, "블록체인?", 1)
        await ask(work, "쿠버네티스가 뭐야??", 2)
        await ask(work, "양자 컴퓨터?", 3)
        found = await service.gaps(work, GUILD)

    assert found == (
        Gap("쿠버네티스가 뭐야??", 2, NOON + timedelta(minutes=2)),
        Gap("양자 컴퓨터?", 1, NOON + timedelta(minutes=3)),
        Gap("블록체인?", 1, NOON + timedelta(minutes=1)),
    )


async def test_answered_questions_other_servers_and_direct_messages_are_left_out(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        await ask(work, "커널이 뭐야", 0, outcome=Outcome.ANSWERED)
        await ask(work, "다른 서버에서", 1, guild=GuildId(2))
        await ask(work, "둘이서만", 2, guild=None)
        found = await service.gaps(work, GUILD)

    assert found == ()
