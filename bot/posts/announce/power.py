"""Who may have the bot post where: checked anew each time, on our side."""

import discord

from bot.discord_ui.faces import actor_of, guild_of
from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.guilds.model import GuildSettings
from bot.posts.announce.model import AnnouncementGone, BotCannotWrite, MemberCannotWrite
from bot.posts.notices import NEEDED_TO_WRITE, permission_words
from bot.storage.work import Work


async def moderated(work: Work, interaction: discord.Interaction) -> GuildSettings:
    """Return the server's settings if a moderator acts.

    Raises:
        NotModerator: somebody else.
    """
    settings = await guilds.settings(work, guild_of(interaction))
    actor = actor_of(interaction)
    settings.require_moderator(manages_server=actor.manages_server, roles=actor.roles)
    return settings


def writable(interaction: discord.Interaction, channel_id: int, say: Say) -> None:
    """Let pass where both who asks and the bot may write in the channel.

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
    missing = [name for name in NEEDED_TO_WRITE if not getattr(ours, name)]
    if missing:
        names = ", ".join(f"`{say(permission_words(name))}`" for name in missing)
        raise BotCannotWrite(channel.mention, names)
