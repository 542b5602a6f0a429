"""Puts the operator's page together: what ails the bot, and its figures."""

from datetime import timedelta

import discord

from bot.app import DoranBot
from bot.clock import Clock
from bot.ops.metrics import CONTENT_TYPE, Metrics, Standing
from bot.ops.page import OperatorsPage
from bot.ops.watching import Watch
from bot.posts.standing import standing

# The scheduler looks every minute; one that missed three hangs.
LONGEST_SILENCE = timedelta(minutes=3)


class Watched:
    """Counts from before the bot is put together, and answers once it lives."""

    def __init__(self, port: int, clock: Clock) -> None:
        """Answer on ``port`` of the loopback address."""
        self._port = port
        self._clock = clock
        self._metrics = Metrics(clock, lambda made: discord.utils.snowflake_time(made))

    @property
    def watch(self) -> Watch:
        """What the bot is to tell."""
        return Watch(self._metrics.observe, self._metrics.trace())

    def page(self, bot: DoranBot) -> OperatorsPage:
        """Return the page of ``bot``, still to be started."""
        self._metrics.know(
            lambda: bot.parts.router.kinds | {c.name for c in bot.tree.get_commands()}
        )

        async def figures() -> bytes:
            now = self._clock.now()
            async with bot.storage.reading() as work:
                posts = await standing(work, now)
            looked = bot.scheduler.looked_at
            since = None if looked is None else now - looked
            shown = Standing(posts.by_state, posts.lag, since)
            return self._metrics.page(shown, connected=is_connected(bot))

        return OperatorsPage(self._port, lambda: ails(bot, self._clock), figures, CONTENT_TYPE)


def ails(bot: DoranBot, clock: Clock) -> list[str]:
    """Return a line for each thing that keeps the bot from serving; empty: it is well."""
    found = [] if is_connected(bot) else ["not connected to Discord"]
    looked = bot.scheduler.looked_at
    if looked is None:
        found.append("the scheduler has not begun")
    elif (silence := clock.now() - looked) > LONGEST_SILENCE:
        found.append(f"the scheduler has not looked for {round(silence.total_seconds())} s")
    return found


def is_connected(bot: discord.Client) -> bool:
    """Tell whether the bot is logged in and its connection to Discord's gateway is open."""
    if not bot.is_ready() or bot.is_closed():
        return False
    if isinstance(bot, discord.AutoShardedClient):
        return all(not shard.is_closed() for shard in bot.shards.values())
    # discord.py keeps the last connection's object while it waits to connect again.
    return bot.ws.open
