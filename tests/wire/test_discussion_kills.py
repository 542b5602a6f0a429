"""A debate through kills at every step: no vote lost, no phase ended twice, no post doubled."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from bot.discussion.model import Discussion, Phase
from bot.posts.model import State
from tests.wire.crashpoints import CrashPoint
from tests.wire.debate import PHASES, STANCES, DebateBook, ballot, ballots
from tests.wire.members import Actor, Delivery
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

When = Literal["before", "after"]
VOTING: list[tuple[str, str, When, int]] = [
    ("stored, not committed", "bot.discussion.store.votes:keep", "after", 1),
    ("committed, not told", "bot.discord_ui.replies:answer", "before", 1),
    ("told", "bot.discord_ui.replies:answer", "after", 1),
]
ENDING: list[tuple[str, str, When, int]] = [
    ("moved, not committed", "bot.discussion.store.discussions:keep", "after", 1),
    ("posts claimed, not committed", "bot.posts.store:claim", "after", 1),
    ("Discord has a post", "discord.http:HTTPClient.send_message", "after", 1),
    ("Discord has the second", "discord.http:HTTPClient.send_message", "after", 2),
]
CLOSING: list[tuple[str, str, When, int]] = [
    ("report stored, not committed", "bot.discussion.store.keys:keep_reports", "after", 1),
    ("key destroyed, not committed", "bot.discussion.store.keys:destroy", "after", 1),
    ("report posted", "discord.http:HTTPClient.send_message", "after", 1),
    ("report pinned", "discord.http:HTTPClient.pin_message", "after", 1),
]


@pytest.fixture
def book(tmp_path: Path, channel: Channel) -> DebateBook:
    return DebateBook(tmp_path, channel)


@pytest.fixture
def members(world: World, channel: Channel) -> list[Actor]:
    return [Actor.join(world, channel, name) for name in ("민지", "준", "서연")]


async def settled(book: DebateBook, number: int, phase: Phase) -> Discussion:
    """Wait until it is in ``phase`` and everything of it is posted, in a thread of its own."""
    async with asyncio.timeout(30):
        while True:
            found, posts = await book.stands(number), await book.posts(number)
            # Before there is a thread, what belongs there is not even claimed.
            is_there = found.phase is phase and found.thread is not None
            if is_there and not any(post.state.is_open for post in posts):
                assert {post.state for post in posts} == {State.SENT}
                return found
            await asyncio.sleep(0.05)


async def everyone_votes(
    members: Sequence[Actor], world: World, channel: Channel, turn: int
) -> None:
    """Vote in the round ``turn``, all at the same instant."""
    message = await ballot(world, channel, turn)
    assert channel.guild is not None
    place = message.channel
    pressed = [
        member.at(place).press(message, STANCES[index % len(STANCES)])
        for index, member in enumerate(members)
    ]
    for each in pressed:
        await each


async def dies(program: Program, point: CrashPoint) -> None:
    program.crash = point
    await program.start()
    assert await program.ended() == -9


def all_once(world: World, channel: Channel, posts: int) -> None:
    """Check that Discord shows as many posts as the ledger has, none twice."""
    assert channel.guild is not None
    places = [channel, *channel.guild.threads.values()]
    shown = [each.id for place in places for each in world.transcript.unprompted_in(place.id)]
    assert len(shown) == len(set(shown)) == posts


@pytest.mark.parametrize(
    ("target", "when", "nth"), [each[1:] for each in VOTING], ids=[each[0] for each in VOTING]
)
async def test_a_vote_survives_a_kill_or_was_never_acknowledged(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    channel: Channel,
    book: DebateBook,
    members: list[Actor],
) -> None:
    number = await book.begin()
    program = book.program(loopback)
    program.crash = CrashPoint(target, when, nth)
    await program.start()
    await program.ready()
    message = await ballot(loopback.world, channel)
    pressed = members[0].press(message, "always")
    assert await program.ended() == -9
    stored = (await book.votes(number))[1]
    assert stored or pressed.acknowledged_as is None

    async with program:
        # Whoever was told nothing presses again.
        again = await members[0].press(message, "always")
        assert "always" in again.text
    assert (await book.votes(number))[1] == 1


@pytest.mark.parametrize(
    ("target", "when", "nth"), [each[1:] for each in ENDING], ids=[each[0] for each in ENDING]
)
async def test_a_phase_ends_once_through_a_kill(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    channel: Channel,
    book: DebateBook,
    members: list[Actor],
) -> None:
    number = await book.begin()
    program, world = book.program(loopback), loopback.world
    async with program:
        await everyone_votes(members, world, channel, 1)
        await settled(book, number, Phase.FIRST_VOTE)
    await book.end_phase(number)
    await dies(program, CrashPoint(target, when, nth))

    async with program:
        found = await settled(book, number, Phase.ARGUMENT)

    assert found.ends_at is not None
    assert await book.votes(number) == {1: len(members), 2: 0}
    all_once(world, channel, len(await book.posts(number)))


@pytest.mark.parametrize(
    ("target", "when", "nth"), [each[1:] for each in CLOSING], ids=[each[0] for each in CLOSING]
)
async def test_a_debate_closes_once_through_a_kill(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    channel: Channel,
    book: DebateBook,
    members: list[Actor],
) -> None:
    number = await book.begin(anonymous=True)
    program, world = book.program(loopback), loopback.world
    for phase in PHASES[:-2]:
        async with program:
            await settled(book, number, phase)
            if phase.round:
                await everyone_votes(members, world, channel, phase.round)
        await book.end_phase(number)
    async with program:
        await settled(book, number, Phase.SECOND_VOTE)
        await everyone_votes(members, world, channel, 2)
    await book.end_phase(number)
    await dies(program, CrashPoint(target, when, nth))

    async with program:
        await settled(book, number, Phase.CLOSED)
        assert await book.report(number)

    assert await book.votes(number) == {1: len(members), 2: len(members)}
    all_once(world, channel, len(await book.posts(number)))


async def test_a_vote_that_arrives_twice_or_with_others_counts_once(
    loopback: Loopback, channel: Channel, book: DebateBook, members: list[Actor]
) -> None:
    number = await book.begin()
    async with book.program(loopback):
        message = await ballot(loopback.world, channel)
        pressed = [
            members[0].press(message, "always", delivery=Delivery(times=2)),
            *(each.press(message, "usually") for each in members[1:]),
        ]
        for each in pressed:
            await each.acknowledged()

    assert await book.votes(number) == {1: len(members), 2: 0}
    assert len(ballots(loopback.world, channel)) == 1
