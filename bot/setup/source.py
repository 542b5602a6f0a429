"""The hello as a source of posts: claimed when the bot joins a server, never by a schedule."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.setup.service import HELLO
from bot.setup.show import hello_screen
from bot.storage.work import Work

log = structlog.get_logger("doran.setup")


class Hello:
    """The source of the one message that the bot begins with."""

    kind = HELLO

    async def earliest(self, _work: Work) -> datetime | None:
        """Return None: nothing is planned."""
        return None

    async def due(self, _work: Work, _now: datetime, _limit: int) -> Sequence[Claim]:
        """Return nothing."""
        return ()

    async def refused(self, _work: Work, post: Post, _refused: Refused, _now: datetime) -> None:
        """Log it: nobody set anything up yet who could be told, and `/settings setup` is there."""
        log.info("hello not said", guild=post.claim.guild)

    async def missed(self, _work: Work, posts: Sequence[Post], _now: datetime) -> None:
        """Log it."""
        log.info("hello too late", count=len(posts))

    def render(self, _post: Post, _say: Say) -> Screen:
        """Say hello in both languages: nobody chose one yet."""
        return hello_screen()

    async def redraw(self, _work: Work, _post: Post, _say: Say) -> Screen | None:
        """Return None: a hello stays as it is."""
        return None
