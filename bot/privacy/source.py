"""Once a day, what is too old or belongs to a server that the bot left is deleted."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.privacy import service
from bot.privacy.register import Register
from bot.storage.work import Work

log = structlog.get_logger("doran.privacy")

KIND = "tidying"
EVERY = timedelta(days=1)
_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)

# Whether the bot is in a server; None: it cannot tell now (not connected, another's shard).
IsHere = Callable[[GuildId], bool | None]


class Tidying:
    """A source that posts nothing: the scheduler calls it when its time has come."""

    kind = KIND

    def __init__(self, register: Register, is_here: IsHere) -> None:
        """Delete what ``register`` knows; ``is_here`` tells which servers the bot is in."""
        self._register = register
        self._is_here = is_here

    async def earliest(self, work: Work) -> datetime | None:
        """Return when it is looked next."""
        return await service.next_tidying(work, KIND) or _AT_ONCE

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Tidy up; there is nothing to post."""
        del limit
        await service.tidy_again(work, KIND, now + EVERY)
        known = {guild: self._is_here(guild) for guild in await service.known_guilds(work)}
        here = frozenset(guild for guild, is_here in known.items() if is_here)
        left = frozenset(guild for guild, is_here in known.items() if is_here is False)
        await service.note_departures(work, here, left, now)
        gone = await service.expire(work, self._register, now)
        gone += await service.drop_departed(work, now)
        if gone:
            log.info("tidied up", rows=gone)
        return ()

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Do nothing: it has no posts."""

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Do nothing: it has no posts."""

    def render(self, post: Post, say: Say) -> Screen:
        """Show nothing: it has no posts."""
        del post, say
        return Screen()

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Return None: it has no posts."""
        del work, post, say
        return None
