"""The real program, killed at each step of a post: it is there once, and the ledger knows it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from bot.posts.model import State
from tests.wire.crashpoints import CrashPoint
from tests.wire.faults import Fault, What
from tests.wire.ledger import TEXT, Ledger
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.server import Loopback
from tests.wire.world import World

SEND = ("POST", "/channels/{channel_id}/messages")
EDIT = ("PATCH", "/channels/{channel_id}/messages/{message_id}")
When = Literal["before", "after"]

STEPS: list[tuple[str, str, When, int]] = [
    ("before anything is claimed", "bot.posts.store:claim", "before", 1),
    ("claimed, not committed", "bot.posts.store:claim", "after", 1),
    ("claim committed", "bot.posts.sender:Sender._carry", "before", 1),
    ("sending, not committed", "bot.posts.store:record", "after", 1),
    ("sending committed", "bot.posts.delivery:DiscordDelivery.send", "before", 1),
    ("just before the request", "discord.http:HTTPClient.send_message", "before", 1),
    ("Discord acted", "discord.http:HTTPClient.send_message", "after", 1),
    ("before the record", "bot.posts.store:record", "before", 2),
    ("recorded, not committed", "bot.posts.store:record", "after", 2),
    ("record committed", "bot.posts.sender:Sender._keep", "after", 1),
]
EDIT_STEPS: list[tuple[str, str, When]] = [
    ("before the edit", "bot.posts.delivery:DiscordDelivery.edit", "before"),
    ("Discord edited", "bot.posts.delivery:DiscordDelivery.edit", "after"),
    ("edit recorded, not committed", "bot.posts.store:redrawn", "after"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


async def settled(ledger: Ledger, channel: Channel, *, redrawn: bool = False) -> State:
    """Wait until the only post of `channel` has come to its end; return that."""
    assert channel.guild is not None
    async with asyncio.timeout(15):
        while True:
            posts = await ledger.posts(channel.guild.id)
            if posts and not posts[0].state.is_open and not (redrawn and posts[0].redraw):
                assert len(posts) == 1
                return posts[0].state
            await asyncio.sleep(0.05)


def texts(world: World, channel: Channel) -> list[str]:
    return [message.content for message in world.transcript.posts_in(channel.id)]


@pytest.mark.parametrize(
    ("target", "when", "nth"), [s[1:] for s in STEPS], ids=[s[0] for s in STEPS]
)
async def test_a_kill_at_any_step_of_sending_posts_once(
    target: str, when: When, nth: int, loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    await ledger.plan(channel)
    program = ledger.program(loopback)
    program.crash = CrashPoint(target, when, nth)
    await program.start()
    assert await program.ended() == -9

    async with program:
        assert await settled(ledger, channel) is State.SENT

    assert texts(loopback.world, channel) == [TEXT]


@pytest.mark.parametrize(
    ("target", "when"), [s[1:] for s in EDIT_STEPS], ids=[s[0] for s in EDIT_STEPS]
)
async def test_a_kill_at_any_step_of_an_edit_leaves_it_made(
    target: str, when: When, loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    await ledger.plan(channel)
    program = ledger.program(loopback)
    async with program:
        await settled(ledger, channel)
    (post,) = await ledger.posts(channel.guild.id)
    await ledger.wish_redrawn(channel.guild.id, post.id)
    program.crash = CrashPoint(target, when)
    await program.start()
    assert await program.ended() == -9

    async with program:
        await settled(ledger, channel, redrawn=True)

    (message,) = loopback.world.transcript.posts_in(channel.id)
    assert message.edits >= 1
    assert message.content == TEXT


async def test_a_kill_while_the_request_is_under_way_posts_once(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    await ledger.plan(channel)
    loopback.world.faults.add(Fault(*SEND, What.TIMEOUT_AFTER))
    program = ledger.program(loopback)
    async with program:
        await loopback.world.until(lambda: texts(loopback.world, channel))
        await program.restart()
        assert await settled(ledger, channel) is State.SENT

    assert texts(loopback.world, channel) == [TEXT]


@pytest.mark.parametrize(
    "what", [What.RESET_BEFORE, What.RESET_AFTER, What.SERVER_ERROR, What.SERVER_ERROR_AFTER]
)
async def test_a_lost_answer_posts_once_without_any_kill(
    what: What, loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    await ledger.plan(channel)
    loopback.world.faults.add(Fault(*SEND, what, status=503))
    async with ledger.program(loopback):
        assert await settled(ledger, channel) is State.SENT

    assert loopback.world.faults.waiting == []
    assert texts(loopback.world, channel) == [TEXT]


async def test_history_that_lags_behind_the_kill_posts_once(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    await ledger.plan(channel)
    loopback.world.history_lag = timedelta(minutes=1)
    program = ledger.program(loopback)
    program.crash = CrashPoint("discord.http:HTTPClient.send_message", "after")
    await program.start()
    await program.ended()

    async with program:
        assert await settled(ledger, channel) is State.SENT

    assert texts(loopback.world, channel) == [TEXT]


async def test_a_long_time_after_the_kill_the_message_is_found_by_its_anchor(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    await ledger.plan(channel)
    program = ledger.program(loopback)
    program.crash = CrashPoint("discord.http:HTTPClient.send_message", "after")
    await program.start()
    await program.ended()
    loopback.world.nonces.clear()
    await age(ledger, channel, timedelta(minutes=40))

    async with program:
        assert await settled(ledger, channel) is State.SENT

    assert texts(loopback.world, channel) == [TEXT]


async def test_without_history_a_long_time_after_it_is_uncertain_and_told_once(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    author = Actor.join(loopback.world, channel, "운영자")
    loopback.world.forbid(channel, Permission.READ_MESSAGE_HISTORY)
    await ledger.plan(channel, author=author.user.id)
    program = ledger.program(loopback)
    program.crash = CrashPoint("discord.http:HTTPClient.send_message", "after")
    await program.start()
    await program.ended()
    loopback.world.nonces.clear()
    await age(ledger, channel, timedelta(minutes=40))

    async with program:
        assert await settled(ledger, channel) is State.UNCERTAIN
        await loopback.world.until(lambda: loopback.world.transcript.told_to(author.user.id))
        await program.restart()
        await program.terminate()

    assert texts(loopback.world, channel) == [TEXT]
    assert len(loopback.world.transcript.told_to(author.user.id)) == 1


async def test_a_missing_permission_is_told_once_and_nothing_is_tried_again(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    author = Actor.join(loopback.world, channel, "운영자")
    loopback.world.forbid(channel, Permission.SEND_MESSAGES)
    await ledger.plan(channel, author=author.user.id)
    program = ledger.program(loopback)
    async with program:
        assert await settled(ledger, channel) is State.MISSED
        await loopback.world.until(lambda: loopback.world.transcript.told_to(author.user.id))
        await program.restart()
        await program.terminate()

    (told,) = loopback.world.transcript.told_to(author.user.id)
    refused = loopback.world.transcript.requests_to(*SEND)
    assert "메시지 보내기" in told.text
    assert [request.status for request in refused] == [403, 200]


async def age(ledger: Ledger, channel: Channel, span: timedelta) -> None:
    """Let the attempt at the only post of `channel` lie so much further back."""
    assert channel.guild is not None
    (post,) = await ledger.posts(channel.guild.id)
    assert post.attempted_at is not None
    await ledger.change(replace(post, attempted_at=post.attempted_at - span))
