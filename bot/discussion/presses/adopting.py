"""What presses of discussions need: who presses, where, whether it can be held there."""

from collections import OrderedDict

import discord

from bot.discord_ui.faces import guild_of, member_of
from bot.discord_ui.router import Press
from bot.discord_ui.words import Say
from bot.discussion import buttons, service
from bot.discussion.model import Who
from bot.discussion.wishes import NEEDED, CannotHost
from bot.ids import ChannelId, MessageId
from bot.posts.announce.model import BotCannotWrite
from bot.posts.announce.power import writable
from bot.storage.work import Storage

MAX_ADOPTED = 10_000


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


class Adopting:
    """Records that a pressed message shows a post: that it was sent may not have been told."""

    def __init__(self, storage: Storage) -> None:
        """Work on ``storage``."""
        self._storage = storage
        # Posts whose message is known to be recorded: only the first press on each looks.
        self._known: OrderedDict[int, None] = OrderedDict()

    async def adopt(self, press: Press, post: int, number: int) -> None:
        """Record it for ``post``, if it is a public one of the discussion ``number``."""
        message = press.interaction.message
        if post == buttons.NO_POST or post in self._known or message is None:
            return
        if message.flags.ephemeral:
            return
        guild = guild_of(press.interaction)
        async with self._storage.work() as work:
            await service.adopt(work, guild, post, number, MessageId(message.id))
            await work.commit()
        self._known[post] = None
        if len(self._known) > MAX_ADOPTED:
            self._known.popitem(last=False)
