"""Who may have the bot post where: checked anew each time, on our side."""

from collections.abc import Sequence

import discord

from bot.discord_ui.words import Say
from bot.posts.announce.model import AnnouncementGone, BotCannotWrite, MemberCannotWrite
from bot.posts.notices import NEEDED_TO_WRITE, permission_words


def writable(
    interaction: discord.Interaction,
    channel_id: int,
    say: Say,
    needed: Sequence[str] = NEEDED_TO_WRITE,
) -> None:
    """Let pass where who asks may write in the channel, and the bot may do what is ``needed``.

    A moderator gains no channel through the bot that they may not write in themselves.

    Raises:
        MemberCannotWrite: the one who asks may not.
        BotCannotWrite: the bot may not; it names what to grant.
        AnnouncementGone: the channel is not there any more.
    """
    guild = interaction.guild
    channel = guild.get_channel(channel_id) if guild else None
    if guild is None or channel is None or not isinstance(interaction.user, discord.Member):
        raise AnnouncementGone
    theirs = channel.permissions_for(interaction.user)
    if not (theirs.view_channel and theirs.send_messages):
        raise MemberCannotWrite(channel.mention)
    ours = channel.permissions_for(guild.me)
    missing = [name for name in needed if not getattr(ours, name)]
    if missing:
        names = ", ".join(f"`{say(permission_words(name))}`" for name in missing)
        raise BotCannotWrite(channel.mention, names)
