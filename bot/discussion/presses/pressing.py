"""What presses of discussions need: who presses, where, whether it can be held there."""

import discord

from bot.discord_ui.faces import member_of
from bot.discord_ui.router import Press
from bot.discord_ui.words import Say
from bot.discussion.model import Who
from bot.discussion.wishes import NEEDED, CannotHost
from bot.ids import ChannelId
from bot.posts.announce.model import BotCannotWrite
from bot.posts.announce.power import writable


def person(press: Press) -> Who:
    """Return who presses, as Discord describes them at this moment."""
    user = press.interaction.user
    timeout = user.timed_out_until if isinstance(user, discord.Member) else None
    return Who(member_of(press.interaction), is_bot=user.bot, timed_out_until=timeout)


def channel_of(interaction: discord.Interaction) -> ChannelId:
    """Return the channel in which an interaction happens; of a thread, the one it belongs to."""
    channel = interaction.channel
    if isinstance(channel, discord.Thread):
        return ChannelId(channel.parent_id)
    return ChannelId(interaction.channel_id or 0)


def require_host(interaction: discord.Interaction, channel: ChannelId, say: Say) -> None:
    """Let pass where a discussion can be held, before anything of it is stored.

    Raises:
        MemberCannotWrite, AnnouncementGone: as ``writable`` does.
        CannotHost: the bot may not do what a discussion needs; it names what to grant.
    """
    try:
        writable(interaction, channel, say, NEEDED)
    except BotCannotWrite as lacking:
        raise CannotHost(lacking.channel, lacking.permissions) from None
