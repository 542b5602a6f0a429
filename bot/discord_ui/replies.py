"""Sends screens: as the answer to an interaction, privately or not, or in place of its message."""

import asyncio
from io import BytesIO
from typing import Any

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_ALT_TEXT,
    Drawing,
    ModalScreen,
    Picture,
    Screen,
    modal_of,
    view_of,
)

NOBODY = discord.AllowedMentions.none()


async def answer(interaction: discord.Interaction, screen: Screen, *, private: bool = True) -> None:
    """Answer ``interaction`` with a new message, the first or a later one."""
    parts = await _parts(screen)
    if interaction.response.is_done():
        await interaction.followup.send(ephemeral=private, **parts)
    else:
        await interaction.response.send_message(ephemeral=private, **parts)


async def turn(interaction: discord.Interaction, screen: Screen) -> None:
    """Show ``screen`` in place of the message whose button was pressed; acknowledged or not."""
    is_done = interaction.response.is_done()
    edit = interaction.edit_original_response if is_done else interaction.response.edit_message
    await edit(
        content=screen.content or None,
        embeds=list(screen.embeds),
        attachments=await _files(screen),
        view=view_of(screen),
        allowed_mentions=NOBODY,
    )


async def ask(interaction: discord.Interaction, screen: ModalScreen) -> None:
    """Open a modal."""
    await interaction.response.send_modal(modal_of(screen))


async def reply(message: discord.Message, screen: Screen) -> discord.Message:
    """Reply to a member's message in its channel, without a ping."""
    return await message.reply(mention_author=False, silent=True, **await _parts(screen))


async def post(
    channel: discord.abc.Messageable, screen: Screen, *, nonce: str, silent: bool
) -> discord.Message:
    """Send ``screen`` of the bot's own accord; the same ``nonce`` twice is one message."""
    return await channel.send(nonce=nonce, silent=silent, **await _parts(screen))


async def redraw(message: discord.PartialMessage, screen: Screen) -> None:
    """Show ``screen`` in place of what a message of the bot's shows."""
    await message.edit(
        content=screen.content or None,
        embeds=list(screen.embeds),
        attachments=await _files(screen),
        view=view_of(screen),
        allowed_mentions=NOBODY,
    )


async def _parts(screen: Screen) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "content": screen.content or None,
        "embeds": list(screen.embeds),
        "files": await _files(screen),
        "allowed_mentions": _pinged(screen),
    }
    view = view_of(screen)
    if view is not None:
        parts["view"] = view
    return parts


def _pinged(screen: Screen) -> discord.AllowedMentions:
    if screen.ping is None:
        return NOBODY
    roles = [discord.Object(screen.ping)]
    return discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)


async def _files(screen: Screen) -> list[discord.File]:
    return [
        discord.File(
            # Read at once: discord.py leaves a file open that goes out with an answer.
            BytesIO(await _content(picture)),
            filename=picture.name,
            description=cut(picture.alt, MAX_ALT_TEXT),
        )
        for picture in screen.pictures
    ] + [
        discord.File(BytesIO(attached.content), filename=attached.name)
        for attached in screen.attachments
    ]


async def _content(picture: Picture | Drawing) -> bytes:
    # Drawing takes the processor for long enough to be felt; reading a small file does not.
    if isinstance(picture, Drawing):
        return await asyncio.to_thread(picture.draw)
    return picture.path.read_bytes()
