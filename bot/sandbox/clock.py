"""The simulated world's time, which a bot can be handed before its world exists."""

from datetime import datetime

import simcord


class WorldClock:
    """A ``bot.clock.Clock`` that reads the simulated Discord's time.

    A bot is made with its clock, and a simulated Discord with its bot: so the clock comes first and
    learns its world afterwards.
    """

    def __init__(self) -> None:
        self._env: simcord.Env | None = None

    def follow(self, env: simcord.Env) -> None:
        """Tell the time of ``env`` from now on."""
        self._env = env

    def now(self) -> datetime:
        """Return the world's present moment in UTC.

        Raises:
            RuntimeError: the world does not exist yet.
        """
        if self._env is None:
            raise RuntimeError("WorldClock.follow was not called: there is no world to read")
        return self._env.now()
