"""What members are called in their server, as their own presses told: for posts, which ask nobody.

A post is drawn inside a transaction, where nothing may wait for Discord. Who pressed since the
start is known; anyone else is a mention, which each reader's Discord turns into a name.
"""

from collections import OrderedDict

from bot.discord_ui.cutting import plain
from bot.ids import GuildId, MemberId

MAX_KNOWN = 20_000
MAX_NAME = 40


class Nicknames:
    """Remembers the last name of whoever pressed, in memory alone."""

    def __init__(self) -> None:
        """Know nobody."""
        self._known: OrderedDict[tuple[GuildId, MemberId], str] = OrderedDict()

    def saw(self, guild: GuildId, member: MemberId, name: str) -> None:
        """Learn what ``member`` is called in ``guild``."""
        self._known[guild, member] = plain(name, MAX_NAME)
        self._known.move_to_end((guild, member))
        if len(self._known) > MAX_KNOWN:
            self._known.popitem(last=False)

    def of(self, guild: GuildId, member: MemberId) -> str:
        """Return the name of ``member`` in ``guild``, disarmed, or a mention."""
        return self._known.get((guild, member), f"<@{member}>")
