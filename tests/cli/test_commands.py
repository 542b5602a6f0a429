"""The other commands: help, invite, run, db."""

import asyncio
import os
import signal
import sqlite3
from base64 import urlsafe_b64encode
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.answers.notes import Edition
from bot.app import PERMISSIONS, DoranBot, intents
from tests.support.command_line import APPLICATION, TOKEN, CommandLine

COMMANDS = ("run", "demo", "ask", "invite", "doctor", "health", "content", "db")


def test_help_tells_each_command_in_a_line(command: CommandLine) -> None:
    lines = [line.strip("│ ") for line in command("--help").out.splitlines()]

    for name in COMMANDS:
        (told,) = (line for line in lines if line.startswith(f"{name} "))
        assert len(told.removeprefix(name).strip()) > 10


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(command: CommandLine, name: str) -> None:
    ended = command(name, "--help")

    assert ended.code == 0
    assert f"python -m bot {name}" in ended.out or f"bot {name}" in ended.out


def test_the_invitation_asks_for_exactly_what_is_used(command: CommandLine) -> None:
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("invite")

    asked = parse_qs(urlsplit(ended.out.splitlines()[0]).query)
    assert asked["client_id"] == [str(APPLICATION)]
    assert asked["permissions"] == [str(PERMISSIONS.value)]
    assert set(asked["scope"][0].split()) == {"bot", "applications.commands"}
    assert ended.out.count("\n  ") == sum(granted for _, granted in PERMISSIONS)
    assert not PERMISSIONS.administrator
    assert TOKEN.split(".")[1] not in ended.everything


def test_no_privileged_intent_is_asked_for() -> None:
    asked = intents()

    assert (asked.members, asked.presences, asked.message_content) == (False, False, False)


def encoded(text: str) -> str:
    """Return ``text`` as the first part of a token."""
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "token",
    [
        "hunter2",
        "hunter2.b",
        "hunter2.b.c.d",
        "hunter2 b.c.d",
        "헌터.hunter2.c",
        "!!.hunter2.c",
        f"{encoded('hunter2')}.hunter2.c",
        f"{encoded('-5')}.hunter2.c",
        f"{encoded(' 12_3 ')}.hunter2.c",
        ".hunter2.c",
    ],
)
def test_what_cannot_be_a_token_is_told_without_showing_it(
    command: CommandLine, token: str
) -> None:
    command.set("DISCORD_TOKEN", token)

    ended = command("invite")

    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, "")
    assert "DISCORD_TOKEN" in ended.err
    assert "hunter2" not in ended.everything


@pytest.mark.parametrize("name", ["run", "invite"])
def test_without_a_token_one_line_says_what_to_do(command: CommandLine, name: str) -> None:
    ended = command(name)

    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, "")
    assert "DISCORD_TOKEN is missing" in ended.err


def test_run_lists_every_fault_of_broken_notes(command: CommandLine) -> None:
    topic = command.home / "notes" / "linux"
    topic.mkdir(parents=True)
    (topic / "topic.yaml").write_text("titel: 리눅스\n", "utf-8")
    command.set("CONTENT_DIR", str(topic.parent))
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run")

    lines = ended.err.splitlines()
    assert ended.code == 2
    assert len(lines) > 1
    assert all("topic.yaml:" in line or "linux" in line for line in lines[:-1])
    assert f"{len(lines) - 1} fault(s)" in lines[-1]
    assert "Traceback" not in ended.everything


def test_a_token_that_discord_refuses_is_one_line_without_the_token(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_bot: DoranBot, token: str) -> None:
        raise discord.LoginFailure(f"Improper token {token} has been passed.")

    monkeypatch.setattr(DoranBot, "start", refused)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run")

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "Discord refused DISCORD_TOKEN" in ended.err
    assert TOKEN not in ended.everything


def test_a_fault_that_quotes_the_token_does_not_bring_it_into_the_log(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stumbling(bot: DoranBot, token: str) -> None:
        import logging

        import structlog

        try:
            raise RuntimeError(f"the header was Bot {token}")
        except RuntimeError as error:
            structlog.get_logger("doran.test").error("stumbled", exc_info=error, facts={"t": token})
            logging.getLogger("discord.client").exception("with %s", token)

    monkeypatch.setattr(DoranBot, "start", stumbling)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run")

    assert ended.code == 0
    assert "Traceback" in ended.err
    assert "[hidden]" in ended.err
    assert TOKEN not in ended.everything


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_bot_quietly(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch, name: signal.Signals
) -> None:
    async def living(_bot: DoranBot, _token: str) -> None:
        os.kill(os.getpid(), name)
        await asyncio.sleep(60)

    monkeypatch.setattr(DoranBot, "start", living)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run")

    assert (ended.code, ended.everything) == (0, "")


def test_a_hang_up_reads_the_notes_again(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    reloaded: list[Edition] = []

    async def living(bot: DoranBot, _token: str) -> None:
        done = asyncio.Event()
        read_again = bot.notes.reload

        async def reload() -> Edition:
            reloaded.append(await read_again())
            done.set()
            return reloaded[-1]

        monkeypatch.setattr(bot.notes, "reload", reload)
        os.kill(os.getpid(), signal.SIGHUP)
        await done.wait()

    monkeypatch.setattr(DoranBot, "start", living)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run")

    assert len(reloaded) == 1
    assert "notes reloaded" in ended.err


def test_the_database_is_made_and_copied(command: CommandLine) -> None:
    nothing = command("db", "backup")
    upgraded = command("db", "upgrade")
    copied = command("db", "backup", "--to", "copies")

    assert (nothing.code, upgraded.code, copied.code) == (0, 0, 0)
    assert "nothing to copy" in nothing.out
    (copy,) = (command.home / "copies").iterdir()
    assert copy.name in copied.out
    with closing(sqlite3.connect(copy)) as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    assert {"question", "guild_settings", "command_sync"} <= tables


def test_a_database_that_cannot_be_copied_here_is_told(command: CommandLine) -> None:
    command.set("DATABASE_URL", "postgresql://doran:hunter2@localhost/doran")

    ended = command("db", "backup")

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "pg_dump" in ended.err
    assert "hunter2" not in ended.everything


@pytest.mark.parametrize(("name", "code"), [("upgrade", 2), ("run", 1)])
def test_a_database_of_a_newer_version_is_told_in_a_line(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    command("db", "upgrade")
    with closing(sqlite3.connect(Path("data/doran.db"))) as database:
        database.execute("UPDATE alembic_version SET version_num = 'ffff'")
        database.commit()

    async def starting(bot: DoranBot, _token: str) -> None:
        await bot.setup_hook()

    monkeypatch.setattr(DoranBot, "start", starting)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("run") if name == "run" else command("db", "upgrade")

    assert (ended.code, ended.err.count("\n")) == (code, 1)
    assert "install the newer version" in ended.err
