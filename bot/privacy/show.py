"""Shows a person what is kept about them, and asks once before it is deleted."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.discord_ui.screens import Attachment, Button, Screen
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.privacy import buttons
from bot.privacy.model import Keeping

COLOUR = discord.Colour(0x5B7FDB)
FILE = "my-data.json"


def kept_screen(found: Mapping[str, Sequence[Any]], say: Say, *, in_server: bool) -> Screen:
    """Say how much is kept, and attach all of it."""
    where = "server" if in_server else "everywhere"
    if not found:
        return Screen(say(f"privacy-nothing-{where}"))
    rows = sum(len(each) for each in found.values())
    words = say(f"privacy-kept-{where}", rows=rows, kinds=len(found))
    content = json.dumps(found, ensure_ascii=False, indent=2).encode()
    return Screen(words, attachments=(Attachment(FILE, content),))


def asking_screen(say: Say, *, in_server: bool) -> Screen:
    """Ask whether to delete it all."""
    where = "server" if in_server else "everywhere"
    row = (
        Button(say("privacy-delete"), buttons.delete(), "danger"),
        Button(say("privacy-keep"), buttons.keep()),
    )
    return Screen(say(f"privacy-ask-{where}"), rows=(row,))


def asking_of_screen(member: MemberId, say: Say) -> Screen:
    """Ask a moderator whether to delete all of ``member`` in this server."""
    row = (
        Button(say("privacy-delete"), buttons.delete_of(member), "danger"),
        Button(say("privacy-keep"), buttons.keep()),
    )
    return Screen(say("privacy-ask-of", who=f"<@{member}>"), rows=(row,))


def deleted_of_screen(rows: int, say: Say) -> Screen:
    """Say to a moderator that it is gone."""
    return Screen(say("privacy-deleted-of", rows=rows))


def deleted_screen(rows: int, say: Say) -> Screen:
    """Say that it is gone."""
    return Screen(say("privacy-deleted", rows=rows))


def unchanged_screen(say: Say) -> Screen:
    """Say that nothing was deleted."""
    return Screen(say("privacy-unchanged"))


def keeping_screen(keeping: Sequence[Keeping], say: Say, *, changed: bool = False) -> Screen:
    """Show for how long the server keeps what."""
    embed = discord.Embed(title=say("retention-title"), colour=COLOUR)
    for each in keeping:
        days = (
            say("retention-for-ever")
            if each.days is None
            else say("retention-days", days=each.days)
        )
        embed.add_field(
            name=say(f"retention-{each.kind}"),
            value=f"{days}\n-# {say(f'retention-{each.kind}.use')}",
            inline=False,
        )
    embed.set_footer(text=say("retention-footer"))
    return Screen(say("settings-saved") if changed else "", (embed,))
