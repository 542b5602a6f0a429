"""Discord's side of errands: does a chore, and says what came of it."""

from typing import Literal

import aiohttp
import discord

from bot.posts.delivery import UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, Failure, cause_of
from bot.posts.errands.model import ARCHIVE, OPEN_THREAD, PIN, UNPIN, Errand
from bot.posts.errands.runner import Chore, Done
from bot.posts.outcomes import Refused, Why

# Discord's codes for errors (docs: topics/opcodes-and-status-codes#json).
ALREADY_ARCHIVED = 50083
ALREADY_HAS_THREAD = 160004
MAX_THREAD_NAME = 100
# A week: Discord hides a thread that was silent for so long, which no phase should suffer.
AUTO_ARCHIVE_MINUTES: Literal[10080] = 10080
NEEDED = {
    OPEN_THREAD: ("view_channel", "read_message_history", "create_public_threads"),
    PIN: ("view_channel", "read_message_history", "pin_messages"),
    UNPIN: ("view_channel", "read_message_history", "pin_messages"),
    ARCHIVE: ("view_channel", "manage_threads"),
}
_NETWORK = (aiohttp.ClientError, OSError, TimeoutError)


class DiscordErrands:
    """The chores that ``model`` names, by discord.py. Each may be done twice without harm.

    Requests go straight to its HTTP client: what they are about need not be in any cache.
    """

    def __init__(self, client: discord.Client) -> None:
        """Speak through ``client``."""
        self._client = client

    def chores(self) -> dict[str, Chore]:
        """Return what does each chore."""
        return {
            OPEN_THREAD: self.open_thread,
            PIN: self.pin,
            UNPIN: self.unpin,
            ARCHIVE: self.archive,
        }

    async def open_thread(self, errand: Errand) -> Done | Failure:
        """Start the thread of the errand's message: it has that message's id, so there is one."""
        if errand.channel is None or errand.message is None:
            return Refused(Why.MESSAGE_GONE)
        name = str(errand.wish.details["name"])[:MAX_THREAD_NAME]
        try:
            await self._client.http.start_thread_with_message(
                errand.channel,
                errand.message,
                name=name,
                auto_archive_duration=AUTO_ARCHIVE_MINUTES,
            )
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            if getattr(error, "code", None) != ALREADY_HAS_THREAD:
                return self._cause(error, errand)
        return Done(errand.message)

    async def pin(self, errand: Errand) -> Done | Failure:
        """Pin the errand's message; one that is pinned stays so."""
        if errand.channel is None or errand.message is None:
            return Refused(Why.MESSAGE_GONE)
        try:
            await self._client.http.pin_message(errand.channel, errand.message)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return self._cause(error, errand)
        return Done()

    async def unpin(self, errand: Errand) -> Done | Failure:
        """Take the errand's message from the pins; one that is gone is not pinned either."""
        if errand.channel is None or errand.message is None:
            return Done()
        try:
            await self._client.http.unpin_message(errand.channel, errand.message)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            if getattr(error, "code", None) in (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL):
                return Done()
            return self._cause(error, errand)
        return Done()

    async def archive(self, errand: Errand) -> Done | Failure:
        """Archive the errand's thread; for threads of its own a bot needs no permission."""
        if errand.channel is None:
            return Refused(Why.CHANNEL_GONE)
        try:
            await self._client.http.edit_channel(errand.channel, archived=True)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            if getattr(error, "code", None) != ALREADY_ARCHIVED:
                return self._cause(error, errand)
        return Done()

    def _cause(self, error: Exception, errand: Errand) -> Failure:
        if getattr(error, "code", None) == UNKNOWN_MESSAGE:
            return Refused(Why.MESSAGE_GONE)
        return cause_of(error, self._missing(errand))

    def _missing(self, errand: Errand) -> tuple[str, ...]:
        known = self._client.get_channel(errand.channel or 0)
        needed = NEEDED[errand.wish.chore]
        if not isinstance(known, discord.abc.GuildChannel | discord.Thread):
            return ()
        # A server that is not fully here yet may lack our own member, whatever the type says.
        me: discord.Member | None = known.guild.me
        if me is None:
            return ()
        granted = known.permissions_for(me)
        return tuple(name for name in needed if not getattr(granted, name))
