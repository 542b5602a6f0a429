"""What is kept about a person, shown, forgotten, and gone with time, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.answers import service as answers
from bot.answers.asked import Asked, Judged, Outcome, Verdict
from bot.answers.store import keep_question
from bot.app import DECLARED
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.posts import service as posts
from bot.posts.model import Claim, State
from bot.privacy import service
from bot.privacy.model import FAREWELL, FOR_EVER, UnknownRetention
from bot.privacy.register import Register
from bot.privacy.source import Tidying
from bot.storage.work import Storage, Work

REGISTER = Register(DECLARED)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, ELSEWHERE = GuildId(1 << 60), GuildId(2)
MINA, JUN = MemberId(10), MemberId(11)


async def ask(
    work: Work, member: MemberId, guild: GuildId | None = GUILD, at: datetime = NOON
) -> int:
    """Store a question, and that its asker liked the answer."""
    place = Place(guild, ChannelId(3))
    question = Asked(place, member, "도커가 뭐야?", Outcome.GAP, None, None, 0.1, at)
    number = await keep_question(work, question)
    await answers.judge(work, [Judged(number, guild, member, Verdict.UP, at)])
    return number


async def kept(storage: Storage, member: MemberId, guild: GuildId | None) -> dict[str, int]:
    """Return how many rows are kept about ``member``, by table."""
    async with storage.reading() as work:
        found = await service.kept(work, REGISTER, member, guild)
    return {table: len(rows) for table, rows in found.items()}


async def test_a_member_sees_their_own_rows_of_one_server_with_numbers_in_full(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        for guild, member in ((GUILD, MINA), (ELSEWHERE, MINA), (GUILD, JUN)):
            await ask(work, member, guild)
        found = await service.kept(work, REGISTER, MINA, GUILD)
        await work.commit()

    [question] = found["question"]
    assert question["text"] == "도커가 뭐야?"
    assert question["guild_id"] == str(GUILD)
    assert len(found["answer_feedback"]) == 1


async def test_forgetting_in_one_server_leaves_other_servers_and_other_members(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        await guilds.choose_language(work, MINA, "en")
        for guild, member in ((GUILD, MINA), (ELSEWHERE, MINA), (None, MINA), (GUILD, JUN)):
            await ask(work, member, guild)
        gone = await service.forget(work, REGISTER, MINA, GUILD)
        await work.commit()

    assert gone == 2
    assert await kept(storage, MINA, GUILD) == {}
    assert await kept(storage, MINA, None) == {
        "question": 2,
        "answer_feedback": 2,
        "member_language": 1,
    }
    assert await kept(storage, JUN, GUILD) == {"question": 1, "answer_feedback": 1}


async def test_forgetting_everywhere_leaves_nothing(storage: Storage) -> None:
    async with storage.work() as work:
        await guilds.choose_language(work, MINA, "en")
        for guild in (GUILD, ELSEWHERE, None):
            await ask(work, MINA, guild)
        await service.forget(work, REGISTER, MINA, None)
        await work.commit()

    assert await kept(storage, MINA, None) == {}


def note_to(member: MemberId, channel: ChannelId | None, subject: int) -> Claim:
    """Return a message of the bot's to a member, or (with a channel) one that they set up."""
    return Claim(
        guild=GUILD,
        kind="notice",
        subject=subject,
        occurrence="once",
        channel=channel,
        member=member,
        snapshot={"words": "x", "facts": {}, "permissions": []},
        due=NOON,
        grace=timedelta(days=1),
    )


async def test_what_waits_to_be_sent_to_them_is_taken_back_and_the_rest_is_unnamed(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        private, public = await posts.claim(
            work, [note_to(MINA, None, 1), note_to(MINA, ChannelId(3), 2)]
        )
        await service.forget(work, REGISTER, MINA, GUILD)
        await work.commit()

    async with storage.reading() as work:
        told = await posts.post(work, GUILD, private.id)
        shown = await posts.post(work, GUILD, public.id)
    assert told is not None
    assert (told.state, told.claim.member) == (State.WITHDRAWN, None)
    assert shown is not None
    assert (shown.state, shown.claim.member) == (State.CLAIMED, None)


async def test_what_is_older_than_its_server_keeps_it_goes(storage: Storage) -> None:
    async with storage.work() as work:
        for guild in (GUILD, ELSEWHERE, None):
            for days in (10, 100, 400):
                await ask(work, MINA, guild, NOON - timedelta(days=days))
        await service.keep_for(work, REGISTER, GUILD, "questions", 30)
        await service.keep_for(work, REGISTER, ELSEWHERE, "questions", FOR_EVER)
        gone = await service.expire(work, REGISTER, NOON)
        await work.commit()

    # Thirty days, for ever, and (in direct messages) the year that nobody chose.
    assert gone == 3
    assert (await kept(storage, MINA, GUILD))["question"] == 1
    assert (await kept(storage, MINA, ELSEWHERE))["question"] == 3
    assert (await kept(storage, MINA, None))["question"] == 6


async def test_only_the_times_on_the_list_can_be_chosen(storage: Storage) -> None:
    async with storage.work() as work:
        for kind, days in (("questions", 31), ("secrets", 30)):
            with pytest.raises(UnknownRetention):
                await service.keep_for(work, REGISTER, GUILD, kind, days)


async def test_a_server_goes_thirty_days_after_the_bot_left_unless_it_came_back(
    storage: Storage,
) -> None:
    present = {GUILD: False, ELSEWHERE: True}
    tidying = Tidying(REGISTER, present.get)
    async with storage.work() as work:
        for guild in present:
            await ask(work, MINA, guild)
        await tidying.due(work, NOON, 1)
        await tidying.due(work, NOON + FAREWELL - timedelta(days=1), 1)
        await work.commit()
    early = await kept(storage, MINA, GUILD)
    present[GUILD] = True
    async with storage.work() as work:
        await tidying.due(work, NOON + FAREWELL, 1)
        present[GUILD] = False
        await tidying.due(work, NOON + 2 * FAREWELL, 1)
        await work.commit()
    back = await kept(storage, MINA, GUILD)

    async with storage.work() as work:
        await tidying.due(work, NOON + 3 * FAREWELL, 1)
        await work.commit()

    assert early == back == {"question": 1, "answer_feedback": 1}
    assert await kept(storage, MINA, GUILD) == {}
    assert await kept(storage, MINA, ELSEWHERE) == {"question": 1, "answer_feedback": 1}


async def test_before_it_knows_where_it_is_no_server_is_taken_for_left(storage: Storage) -> None:
    tidying = Tidying(REGISTER, lambda _guild: None)
    async with storage.work() as work:
        await ask(work, MINA)
        await tidying.due(work, NOON, 1)
        await tidying.due(work, NOON + 2 * FAREWELL, 1)
        next_at = await tidying.earliest(work)
        await work.commit()

    assert (await kept(storage, MINA, GUILD))["question"] == 1
    assert next_at == NOON + 2 * FAREWELL + timedelta(days=1)
