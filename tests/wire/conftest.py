"""Fixtures of the wire tests: worlds, their server, and a failure for every violation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.wire.client import Client
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.processes import forked
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO, fail_on_violations
from tests.wire.world import World


@pytest.fixture(scope="session", autouse=True)
def forks() -> Iterator[None]:
    """Has every program of these tests forked from one that has the bot imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Program, "starter", staticmethod(forked))
        yield


@pytest.fixture
async def loopback() -> AsyncIterator[Loopback]:
    """A served world of its own, with one guild and no program."""
    world = World()
    world.add_channel(world.add_guild(), "잡담")
    async with Loopback(world) as served:
        yield served
    fail_on_violations(world)


@pytest.fixture
def world(loopback: Loopback) -> World:
    return loopback.world


@pytest.fixture
def channel(world: World) -> Channel:
    """The first text channel of the first guild."""
    return next(iter(world.channels.values()))


@pytest.fixture
async def client(loopback: Loopback) -> AsyncIterator[Client]:
    """The bot's token in our own hands."""
    async with Client(loopback) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[Loopback]:
    """A served world with the echo bot in it, for a module whose tests share its event loop."""
    world = World()
    world.add_channel(world.add_guild(), "잡담")
    async with Loopback(world) as served, Program(served, **ECHO):
        yield served


@pytest.fixture
def member(shared: Loopback) -> Actor:
    """A new member with a new channel, in the shared world."""
    world = shared.world
    guild = next(iter(world.guilds.values()))
    return Actor.join(world, world.add_channel(guild, "스터디"), "민지")


@pytest.fixture(autouse=True)
def no_violation_in_the_shared_world(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that left violations in the shared world."""
    yield
    if "shared" in request.fixturenames:
        fail_on_violations(request.getfixturevalue("shared").world)
