"""Doran itself, as `python -m bot run`, unmodified but for its addresses."""

from __future__ import annotations

from pathlib import Path

from tests.wire.members import Actor
from tests.wire.program import Program
from tests.wire.server import Loopback


def doran(loopback: Loopback, folder: Path) -> Program:
    """The product with an empty database of its own."""
    database = f"sqlite+aiosqlite:///{folder / 'doran.db'}"
    return Program(loopback, environment={"DATABASE_URL": database})


async def test_it_logs_in_and_answers_every_way_of_asking(
    loopback: Loopback, tmp_path: Path
) -> None:
    channel = next(iter(loopback.world.channels.values()))
    member = Actor.join(loopback.world, channel, "민지")
    async with doran(loopback, tmp_path):
        helped = await member.slash("help")
        asked = await member.slash("ask", question="하이퍼바이저가 뭐야?")
        member.say("@bot 하이퍼바이저가 뭐야?")
        mentioned = await member.hears("하이퍼바이저")
        member.dm("하이퍼바이저가 뭐야?")
        written = await member.in_private.hears("하이퍼바이저")

    assert helped.ephemeral
    assert "하이퍼바이저" in asked.text
    assert not mentioned.pings.everyone
    assert written.channel.recipient is member.user


async def test_a_button_works_after_a_kill(loopback: Loopback, tmp_path: Path) -> None:
    channel = next(iter(loopback.world.channels.values()))
    member = Actor.join(loopback.world, channel, "민지")
    async with doran(loopback, tmp_path) as program:
        asked = await member.slash("ask", question="하이퍼바이저가 뭐야?")
        control = next(part for part in asked.reply.controls if part.get("custom_id"))
        await program.restart()

        pressed = await member.press(asked.reply, control["custom_id"])

    assert pressed.acknowledged_as is not None
