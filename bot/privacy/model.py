"""Frozen values of privacy: how long a server keeps what."""

from dataclasses import dataclass
from datetime import timedelta

from bot.discord_ui.refusals import Refusal

# So long after the bot was removed from a server, that server's data goes.
FAREWELL = timedelta(days=30)
# What a moderator can choose, in days; 0: for ever.
CHOICES = (30, 90, 180, 365, 730, 0)
FOR_EVER = 0


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long a server keeps one kind of data: ``days``; None: for ever."""

    kind: str
    days: int | None


@dataclass
class UnknownRetention(Refusal):
    """There is no such kind of data, or no such time to choose."""
