"""Records that a pressed message shows a post: that it was sent may not have been told."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from bot.discord_ui.faces import guild_of
from bot.discord_ui.router import Press
from bot.ids import GuildId, MessageId
from bot.storage.work import Storage, Work

# The post of a press on a message that shows none.
NO_POST = 0
MAX_KNOWN = 10_000

# Takes the server, the post, the number of what it shows, and the message that it is.
Adopt = Callable[[Work, GuildId, int, int, MessageId], Awaitable[object]]


class Adopting:
    """Adopts on the first press on each post; later ones cost nothing."""

    def __init__(self, storage: Storage, adopt: Adopt) -> None:
        """Work on ``storage``; ``adopt`` is the service of whose posts they are."""
        self._storage = storage
        self._adopt = adopt
        self._known: OrderedDict[int, None] = OrderedDict()

    async def adopt(self, press: Press, post: int, number: int) -> None:
        """Record the pressed message for ``post``, if it is a public one that shows ``number``."""
        message = press.interaction.message
        if post == NO_POST or post in self._known or message is None or message.flags.ephemeral:
            return
        guild = guild_of(press.interaction)
        async with self._storage.work() as work:
            await self._adopt(work, guild, post, number, MessageId(message.id))
            await work.commit()
        self._known[post] = None
        if len(self._known) > MAX_KNOWN:
            self._known.popitem(last=False)
