"""How posting stands, in figures for whoever runs the bot."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.posts.model import State
from bot.posts.store import counts
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class PostsStanding:
    """Posts by state (every state is there), and how late the most overdue one is."""

    by_state: dict[str, int]
    lag: timedelta


async def standing(work: Work, now: datetime) -> PostsStanding:
    """Return how the posts of all servers stand; it names none of them."""
    counted = {state.value: 0 for state in State} | await counts.by_state(work)
    first = await counts.earliest_open(work)
    late = now - first if first is not None and first < now else timedelta(0)
    return PostsStanding(counted, late)
