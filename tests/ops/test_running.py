"""The running program as its operator sees it: health, figures, and nowhere its token."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.wire.faults import Fault, What
from tests.wire.members import Actor
from tests.wire.processes import forked
from tests.wire.program import PROJECT, Program
from tests.wire.server import Loopback
from tests.wire.world import TOKEN

START_S = 90
NOWHERE = "http://127.0.0.1:9"
PASSWORD_PART = "token.only"
QUESTION = "하이퍼바이저가 뭐야?"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(folder: Path, port: int | None = None) -> dict[str, str]:
    """Return the environment of a bot whose files are all in ``folder``."""
    return {
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'doran.db'}",
        "METRICS_PORT": str(port or ""),
        "LOG_LEVEL": "debug",
    }


@asynccontextmanager
async def living(loopback: Loopback, environment: dict[str, str]) -> AsyncIterator[Program]:
    """Run Doran; it has its first database to make, so a busy machine is given time."""
    program = Program(loopback, environment=environment)
    await program.start()
    try:
        await program.ready(within=START_S)
        yield program
    finally:
        await program.kill()


async def page(port: int, name: str) -> tuple[int, str]:
    """Return status and text of the operator's page."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/{name}") as answer,
    ):
        return answer.status, await answer.text()


async def healthy(port: int, *, status: int) -> str:
    """Wait until /healthz answers with ``status``; return what it says."""
    async with asyncio.timeout(15):
        while True:
            found, said = await page(port, "healthz")
            if found == status:
                return said
            await asyncio.sleep(0.02)


async def told(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """Run ``python -m bot`` with ``arguments``; return its exit code and all that it wrote."""
    without_discord = dict.fromkeys(("WIRE_API", "WIRE_GATEWAY", "WIRE_ASSETS"), NOWHERE)
    environment = {**os.environ, **environment, **without_discord}
    started = await forked(("bot", *arguments), folder=PROJECT, environment=environment)
    out, err = await asyncio.gather(*(stream.read() for stream in started.streams))
    return await started.process.wait(), (out + err).decode()


async def test_health_and_figures_tell_what_happens(loopback: Loopback, tmp_path: Path) -> None:
    channel = next(iter(loopback.world.channels.values()))
    member = Actor.join(loopback.world, channel, "민지")
    port = free_port()
    environment = settings(tmp_path, port)
    async with living(loopback, environment):
        assert await healthy(port, status=200) == "ok\n"
        asked = await member.slash("ask", question=QUESTION)
        await member.press(asked.reply, "1:forged-kind:7", forged=True)
        _, figures = await page(port, "metrics")
        asked_health = await told(environment, "health")
        await loopback.gateway.drop()
        loopback.world.faults.add(Fault("GET", "/gateway/bot", What.SERVER_ERROR, times=99))
        cut_off = await healthy(port, status=503)

    assert 'doran_interactions_total{kind="command",name="ask",outcome="ok"} 1.0' in figures
    assert 'kind="press",name="unknown",outcome="refused"} 1.0' in figures
    assert 'doran_acknowledged_seconds_bucket{le="3.0"} 2.0' in figures
    assert "forged-kind" not in figures
    assert asked_health == (0, "ok\n")
    assert "not connected to Discord" in cut_off
    assert (await told(environment, "health"))[0] == 1


async def test_the_page_is_off_unless_it_is_asked_for(loopback: Loopback, tmp_path: Path) -> None:
    async with living(loopback, settings(tmp_path)) as program:
        loaded = Path(f"/proc/{program.pid}/net/tcp").read_text()
        listening = [line.split()[9] for line in loaded.splitlines()[1:] if line.split()[3] == "0A"]
        sockets = {
            str(link.readlink())
            for link in Path(f"/proc/{program.pid}/fd").iterdir()
            if link.is_symlink()
        }

    assert not any(f"socket:[{inode}]" in sockets for inode in listening)


async def test_a_taken_port_is_told_and_the_bot_runs_without_the_page(
    loopback: Loopback, tmp_path: Path
) -> None:
    channel = next(iter(loopback.world.channels.values()))
    member = Actor.join(loopback.world, channel, "민지")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        environment = settings(tmp_path, taken.getsockname()[1])
        async with living(loopback, environment) as program:
            await program.says("no operators' page")
            helped = await member.slash("help")

    assert helped.ephemeral


async def test_the_token_is_in_nothing_that_is_written(loopback: Loopback, tmp_path: Path) -> None:
    channel = next(iter(loopback.world.channels.values()))
    member = Actor.join(loopback.world, channel, "민지")
    port = free_port()
    environment = settings(tmp_path, port)
    seen: list[str] = []
    async with living(loopback, environment) as program:
        asked = await member.slash("ask", question=QUESTION)
        control = next(part for part in asked.reply.controls if part.get("custom_id"))
        await member.press(asked.reply, control["custom_id"])
        await member.press(asked.reply, "1:forged-kind:7", forged=True)
        member.say(f"@bot {QUESTION}")
        await member.hears("하이퍼바이저")
        loopback.world.faults.add(Fault("POST", "/interactions/*", What.SERVER_ERROR, times=2))
        await member.slash("quiz")
        await member.slash("me")
        await loopback.gateway.drop()
        await program.resumed()
        seen += [(await page(port, name))[1] for name in ("healthz", "metrics")]
        await program.terminate()
    with_token = {**environment, "DISCORD_TOKEN": TOKEN}
    backups = tmp_path / "backups"
    for arguments in (
        ("db", "backup"),
        ("db", "check"),
        ("db", "upgrade"),
        ("doctor", "--offline"),
        ("invite",),
        ("health",),
    ):
        seen.append((await told(with_token, *arguments))[1])
    backup = next(backups.iterdir())
    seen.append((await told(with_token, "db", "restore", str(backup), "--force"))[1])

    assert "interaction" in program.output
    assert "is the backup" in seen[-1]
    assert PASSWORD_PART not in program.output + "".join(seen)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {backup.name, "doran.db"} <= {path.name for path in files}
    assert not [path for path in files if PASSWORD_PART.encode() in path.read_bytes()]
