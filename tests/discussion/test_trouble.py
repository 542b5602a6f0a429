"""What goes wrong at Discord: the discussion survives, and a moderator is told once what to do."""

from datetime import timedelta

import pytest

from bot.discussion import service, trouble
from bot.discussion.model import Phase
from bot.guilds import service as guilds
from bot.ids import ChannelId, MessageId
from bot.posts import notices
from bot.posts import service as posts
from bot.posts.model import State
from bot.posts.outcomes import Refused, Why
from tests.discussion.hall import DAY, NOTICES, Hall, with_notices
from tests.posts.posts import CHANNEL, GUILD


async def test_without_a_thread_it_goes_on_in_the_channel(hall: Hall) -> None:
    hall.chores.says["open_thread"] = [Refused(Why.CANNOT_WRITE, ("create_public_threads",))]
    debate = await hall.start()
    await hall.live()
    await hall.go_on(debate)
    await hall.close(debate)
    await hall.live()

    assert (await hall.stands(debate)).threadless
    assert await hall.posted(debate) == [
        ("opening", CHANNEL),
        ("argument", CHANNEL),
        ("reasons", CHANNEL),
        ("report", CHANNEL),
    ]
    assert await hall.told(debate) == ["open-thread"]


async def test_a_deleted_thread_is_told_once_and_the_phase_is_posted_in_the_channel(
    hall: Hall,
) -> None:
    debate = await hall.start()
    await hall.live()
    thread = (await hall.stands(debate)).thread
    assert thread is not None
    await hall.go_on(debate)
    for _ in range(2):
        async with hall.storage.work() as work:
            await trouble.place_gone(work, GUILD, thread, hall.now)
            await work.commit()
    await hall.live()

    channels = dict(await hall.posted(debate))
    assert channels == dict.fromkeys(("opening", "argument", "reasons"), CHANNEL)
    assert await hall.told(debate) == ["thread-gone"]


async def test_a_thread_that_is_found_gone_by_posting_is_done_without(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    await hall.go_on(debate)
    thread = (await hall.stands(debate)).thread
    assert thread is not None
    hall.channels.gone = {thread}
    await hall.live()

    found = await hall.posts(debate)
    sent = {post.claim.occurrence for post in found if post.state is State.SENT}
    assert sent == {"opening", "argument", "reasons"}
    assert (await hall.stands(debate)).threadless
    assert await hall.told(debate) == ["thread-gone"]


@pytest.mark.parametrize("phase", [Phase.ARGUMENT, Phase.CLOSED])
async def test_a_channel_deleted_while_the_bot_was_off_is_told_once_and_as_what_it_is(
    hall: Hall, phase: Phase
) -> None:
    await with_notices(hall)
    debate = await hall.start()
    await hall.live()
    await (hall.go_on if phase is Phase.ARGUMENT else hall.close)(debate)
    # Its thread went with it, and is what the bot finds gone first.
    await hall.delete(debate)
    await hall.live()
    assert (await hall.stands(debate)).threadless
    await hall.live(DAY)

    assert await hall.told(debate) == ["channel-gone"]
    (notice,) = hall.channels.messages[NOTICES]
    assert "채널이 없어졌어요" in notice.words


async def test_a_channel_deleted_before_its_thread_was_made_is_told_once(hall: Hall) -> None:
    hall.chores.says["open_thread"] = [Refused(Why.CHANNEL_GONE)]
    debate = await hall.start()
    await hall.live()
    await hall.delete(debate)
    await hall.go_on(debate)
    await hall.live(DAY)

    assert await hall.told(debate) == ["channel-gone"]


async def test_an_opening_deleted_before_its_thread_was_made_is_told_as_a_deleted_message(
    hall: Hall,
) -> None:
    hall.chores.says["open_thread"] = [Refused(Why.MESSAGE_GONE)]
    debate = await hall.start()
    await hall.live()
    await hall.go_on(debate)
    await hall.live(DAY)

    assert await hall.told(debate) == ["message-gone"]
    assert dict(await hall.posted(debate))["argument"] == CHANNEL


async def test_a_deleted_channel_leaves_votes_and_report(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    await hall.vote(debate, 1, 0)
    async with hall.storage.work() as work:
        assert await trouble.place_gone(work, GUILD, CHANNEL, hall.now) == 1
        await work.commit()
    await hall.vote(debate, 2, 1)
    hall.channels.says = [Refused(Why.CHANNEL_GONE)] * 12
    for days in (1, 2, 1, 1):
        await hall.live(days * DAY)

    async with hall.storage.reading() as work:
        report = await service.report(work, GUILD, debate.id)
    assert report is not None
    assert report.first.voters == 2
    assert await hall.told(debate) == ["channel-gone"]


async def test_a_permission_lost_is_told_once_and_can_be_made_up_for(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    hall.channels.says = [Refused(Why.CANNOT_WRITE, ("send_messages_in_threads",))] * 2
    await hall.go_on(debate)
    await hall.live()
    assert (await hall.stands(debate)).phase is Phase.ARGUMENT
    async with hall.storage.work() as work:
        await service.post_again(work, GUILD, debate.id, now=hall.now)
        await work.commit()
    await hall.live()

    sent = [post.claim.occurrence for post in await hall.posts(debate) if post.message]
    assert sent == ["opening", "argument", "reasons"]
    assert await hall.told(debate) == ["cannot-write"]


async def test_a_report_that_could_not_be_posted_is_posted_again_pinned_and_archived(
    hall: Hall,
) -> None:
    debate = await hall.start()
    await hall.live()
    await hall.close(debate)
    hall.channels.says = [Refused(Why.CANNOT_WRITE, ("send_messages",))] * 2
    await hall.live(timedelta(minutes=20))
    missed = list(hall.chores.done)
    async with hall.storage.work() as work:
        await service.post_again(work, GUILD, debate.id, now=hall.now)
        await work.commit()
    await hall.live()
    await hall.live(timedelta(minutes=20))

    assert [chore for chore, _ in missed] == ["open_thread"]
    assert [chore for chore, _ in hall.chores.done[1:]] == ["pin", "pin", "archive"]
    sent = [post.claim.occurrence for post in await hall.posts(debate) if post.message]
    assert sent == ["opening", "report", "report-channel"]
    assert await hall.told(debate) == ["cannot-write"]


async def test_a_notice_names_the_discussion_in_the_servers_language(hall: Hall) -> None:
    async with hall.storage.work() as work:
        await guilds.speak(work, GUILD, "en")
        await work.commit()
    debate = await hall.start()
    async with hall.storage.work() as work:
        await trouble.place_gone(work, GUILD, CHANNEL, hall.now)
        await work.commit()
    async with hall.storage.reading() as work:
        (notice,) = await posts.posts_of(work, GUILD, notices.KIND, debate.id)

    assert notice.claim.snapshot["facts"]["title"] == "Is Docker always the best?"


async def test_a_deleted_message_and_a_shut_thread_are_told_once_each(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    opening = (await hall.posts(debate))[0].message
    thread = (await hall.stands(debate)).thread
    assert opening is not None
    assert thread is not None
    for _ in range(3):
        async with hall.storage.work() as work:
            assert await trouble.message_gone(work, GUILD, opening, hall.now)
            assert await trouble.thread_shut(work, GUILD, thread, hall.now)
            await work.commit()

    assert await hall.told(debate) == ["message-gone", "thread-shut"]


async def test_other_messages_and_threads_are_none_of_its_business(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    opening = (await hall.posts(debate))[0].message or MessageId(0)
    async with hall.storage.work() as work:
        assert not await trouble.message_gone(work, GUILD, MessageId(5), hall.now)
        assert not await trouble.thread_shut(work, GUILD, CHANNEL, hall.now)
        assert not await trouble.place_gone(work, GUILD, ChannelId(5), hall.now)
        await work.commit()
    await hall.close(debate)
    async with hall.storage.work() as work:
        assert not await trouble.message_gone(work, GUILD, opening, hall.now)
        await work.commit()

    assert await hall.told(debate) == []


@pytest.mark.parametrize("chore", ["pin", "archive"])
async def test_a_chore_that_is_refused_at_the_end_is_told_once(hall: Hall, chore: str) -> None:
    hall.chores.says[chore] = [Refused(Why.CANNOT_WRITE)] * 2
    debate = await hall.start()
    await hall.live()
    await hall.close(debate)
    await hall.live()
    await hall.live(timedelta(minutes=20))

    assert await hall.told(debate) == [chore]


async def test_a_post_that_came_too_late_is_told(hall: Hall) -> None:
    debate = await hall.start()
    hall.clock.forward(9 * DAY)
    await hall.live()

    assert "missed" in await hall.told(debate)
