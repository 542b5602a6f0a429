"""The real program, killed at each step of an errand: nothing is done twice, or left undone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import store as posts
from bot.posts.announce.service import KIND
from bot.posts.errands import service as errands
from bot.posts.errands.model import ARCHIVE, OPEN_THREAD, PIN, Errand, ErrandState, Wish
from bot.posts.model import Claim
from bot.storage.work import Storage
from tests.wire.crashpoints import CrashPoint
from tests.wire.faults import Fault, What
from tests.wire.ledger import TEXT, Ledger
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.server import Loopback

THREAD = ("POST", "/channels/{channel_id}/messages/{message_id}/threads")
NAME = "도커 이야기"
SUBJECT = 77
When = Literal["before", "after"]
STEPS: list[tuple[str, str, When, int]] = [
    ("before the request", "bot.posts.errands.delivery:DiscordErrands.open_thread", "before", 1),
    ("Discord made the thread", "discord.http:HTTPClient.start_thread_with_message", "after", 1),
    ("before the record", "bot.posts.errands.store:record", "before", 1),
    ("recorded, not committed", "bot.posts.errands.store:record", "after", 1),
    ("Discord pinned", "discord.http:HTTPClient.pin_message", "after", 1),
    ("pin recorded, not committed", "bot.posts.errands.store:record", "after", 2),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


async def wanted(ledger: Ledger, channel: Channel) -> None:
    """Claim a post, with a thread, a pin, and the thread's archiving at the end."""
    assert channel.guild is not None
    now = datetime.now(UTC) - timedelta(seconds=1)
    guild, place = GuildId(channel.guild.id), ChannelId(channel.id)
    async with Storage(ledger.url) as storage, storage.work() as work:
        (post,) = await posts.claim(
            work,
            [
                Claim(
                    guild=guild,
                    kind=KIND,
                    subject=SUBJECT,
                    occurrence="first",
                    channel=place,
                    member=MemberId(1),
                    snapshot={"text": TEXT},
                    due=now,
                    grace=timedelta(hours=1),
                )
            ],
        )
        thread = _wish(guild, OPEN_THREAD, now, post=post.id, details={"name": NAME})
        (before,) = await errands.want(work, [thread])
        await errands.want(work, [_wish(guild, PIN, now, post=post.id, after=before)])
        await work.commit()


def _wish(guild: GuildId, chore: str, now: datetime, **more: Any) -> Wish:
    return replace(Wish(guild, KIND, SUBJECT, chore, "first", now), **more)


async def archiving(ledger: Ledger, channel: Channel, thread: int) -> None:
    """Want the thread archived."""
    assert channel.guild is not None
    wish = _wish(GuildId(channel.guild.id), ARCHIVE, datetime.now(UTC), channel=ChannelId(thread))
    async with Storage(ledger.url) as storage, storage.work() as work:
        await errands.want(work, [wish])
        await work.commit()


async def over(ledger: Ledger, channel: Channel) -> list[Errand]:
    """Wait until no errand is open; return all."""
    assert channel.guild is not None
    async with asyncio.timeout(15):
        while True:
            async with Storage(ledger.url) as storage, storage.reading() as work:
                all_of = await errands.errands_of(work, GuildId(channel.guild.id), KIND, SUBJECT)
            if all_of and all(each.state is not ErrandState.OPEN for each in all_of):
                return all_of
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("target", "when", "nth"), [s[1:] for s in STEPS], ids=[s[0] for s in STEPS]
)
async def test_a_kill_at_any_step_of_an_errand_does_it_once(
    target: str, when: When, nth: int, loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    await wanted(ledger, channel)
    program = ledger.program(loopback)
    program.crash = CrashPoint(target, when, nth)
    await program.start()
    assert await program.ended() == -9

    async with program:
        ended = await over(ledger, channel)

    (message,) = loopback.world.transcript.posts_in(channel.id)
    assert {each.state for each in ended} == {ErrandState.DONE}
    assert [thread.name for thread in channel.guild.threads.values()] == [NAME]
    assert list(channel.pins) == [message.id]


async def test_a_kill_after_archiving_leaves_the_thread_archived(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    await wanted(ledger, channel)
    program = ledger.program(loopback)
    async with program:
        await over(ledger, channel)
    (thread,) = channel.guild.threads.values()
    await archiving(ledger, channel, thread.id)
    program.crash = CrashPoint("discord.http:HTTPClient.edit_channel", "after")
    await program.start()
    assert await program.ended() == -9
    assert thread.archived

    async with program:
        ended = await over(ledger, channel)

    assert {each.state for each in ended} == {ErrandState.DONE}
    assert thread.archived


@pytest.mark.parametrize("what", [What.RESET_AFTER, What.SERVER_ERROR, What.SERVER_ERROR_AFTER])
async def test_a_lost_answer_makes_no_second_thread(
    what: What, loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    await wanted(ledger, channel)
    loopback.world.faults.add(Fault(*THREAD, what, status=503))
    async with ledger.program(loopback):
        ended = await over(ledger, channel)

    assert loopback.world.faults.waiting == []
    assert {each.state for each in ended} == {ErrandState.DONE}
    assert [thread.name for thread in channel.guild.threads.values()] == [NAME]


async def test_a_missing_permission_is_not_asked_for_again(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    loopback.world.forbid(channel, Permission.CREATE_PUBLIC_THREADS)
    await wanted(ledger, channel)
    program = ledger.program(loopback)
    async with program:
        ended = await over(ledger, channel)
        await program.restart()
        await program.terminate()

    assert [each.state for each in ended] == [ErrandState.REFUSED, ErrandState.DONE]
    assert len(loopback.world.transcript.requests_to(*THREAD)) == 1
