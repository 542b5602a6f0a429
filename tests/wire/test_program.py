"""The program as a process: killed anywhere and started again, in a world that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire.crashpoints import CrashPoint
from tests.wire.members import Actor
from tests.wire.program import Program, ProgramEnded
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import TOKEN

SEND = "discord.http:HTTPClient.send_message"


@pytest.fixture
def member(loopback: Loopback) -> Actor:
    return Actor.join(loopback.world, next(iter(loopback.world.channels.values())), "민지")


async def test_the_world_stays_when_the_program_is_killed(
    loopback: Loopback, member: Actor
) -> None:
    async with Program(loopback, **ECHO) as program:
        shown = await member.slash("controls")
        first = program.pid

        await program.restart()
        answer = await member.press(shown.reply, "empty")

        assert answer.text == "ok"
        assert program.pid != first
        assert program.starts == 2
        assert program.seconds_to_ready is not None
    assert not loopback.gateway.connected


async def test_kills_in_the_middle_of_anything_leave_the_world_whole(
    loopback: Loopback, member: Actor
) -> None:
    async with Program(loopback, **ECHO) as program:
        for number in range(3):
            member.say(f"@bot burst {50 + number}")
            await member.hears(f"{number * 3}")
            await program.restart()
        member.say("@bot 끝")
        await member.hears("들음: 끝")

    assert loopback.world.transcript.requests[-1].status == 200
    assert program.starts == 4


@pytest.mark.parametrize(("when", "count"), [("before", 0), ("after", 1)])
async def test_a_crash_point_kills_before_or_after_the_deed(
    when: str, count: int, loopback: Loopback, member: Actor
) -> None:
    assert when in ("before", "after")
    crash = CrashPoint(SEND, "before" if when == "before" else "after")
    async with Program(loopback, **ECHO, crash=crash) as program:
        member.say("@bot 안녕")
        status = await program.ended()
        posts = len(loopback.world.transcript.posts_in(member.channel.id))

        await program.start()
        await program.ready()
        member.say("@bot 다시")
        await member.hears("들음: 다시")

        assert (status, posts) == (-9, count)


async def test_it_can_be_ended_in_order(loopback: Loopback) -> None:
    async with Program(loopback, **ECHO) as program:
        assert await program.terminate() != 0
        assert not program.running


async def test_a_program_that_ends_early_is_not_waited_for(loopback: Loopback) -> None:
    program = Program(loopback, module="tests.wire.no_such_module", arguments=())
    await program.start()

    with pytest.raises(ProgramEnded, match="no_such_module"):
        await program.ready()
    assert await program.ended() == 1


async def test_a_token_in_its_database_is_noticed(loopback: Loopback, tmp_path: Path) -> None:
    beside = tmp_path / "doran.db-wal"
    kept = {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'doran.db'}"}
    program = Program(loopback, **ECHO, environment=kept)
    await program.start()
    await program.ready()
    beside.write_text(f"…{TOKEN}…", encoding="utf-8")

    with pytest.raises(AssertionError, match="-wal holds the token"):
        await program.kill()
