"""A note uploaded to the real program: fetched from Discord, published, kept through a kill."""

from __future__ import annotations

from pathlib import Path

from tests.notes.sample_notes import sample
from tests.wire.ledger import Ledger
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.rendering import Upload
from tests.wire.server import Loopback

NOTE = "tcp-udp.md"
PUBLISHED, DELETED = "노트를 올렸어요", "모두 지웠어요"


async def test_a_published_note_answers_after_a_kill_and_a_deleted_member_is_gone(
    loopback: Loopback, channel: Channel, tmp_path: Path
) -> None:
    world = loopback.world
    assert channel.guild is not None
    power = Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES
    moderator = Actor.join(world, channel, "운영", world.add_role(channel.guild, "운영진", power))
    member = Actor.join(world, channel, "민지")
    async with Ledger(tmp_path).program(loopback) as program:
        preview = await moderator.slash("note add", file=Upload(0, NOTE, sample(NOTE)))
        moderator.press(preview.reply, "올리기")
        await world.until(lambda: PUBLISHED in preview.text, within=60.0)
        await program.restart()

        asked = await member.slash("ask", question="TCP가 뭐야?")
        wished = await member.slash("privacy delete")
        member.press(wished.reply, "모두 지우기")
        await world.until(lambda: DELETED in wished.reply.text, within=60.0)
        await program.restart()
        shown = await member.slash("privacy show")

    assert "TCP" in asked.text
    assert "남아 있는 것이 없어요" in shown.text
