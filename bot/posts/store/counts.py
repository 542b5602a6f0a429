"""How the ledger stands, for whoever runs the bot: rows by state, and the most overdue."""

from datetime import datetime

from sqlalchemy import func, select

from bot.posts.store.table import OPEN, PostRow
from bot.storage.work import Work


async def by_state(work: Work) -> dict[str, int]:
    """Return how many posts of all servers are in each state."""
    counted = select(PostRow.state, func.count().label("posts")).group_by(PostRow.state)
    return {row.state: row.posts for row in await work.session.execute(counted)}


async def earliest_open(work: Work) -> datetime | None:
    """Return when the most overdue post of all servers was to be looked at."""
    first: datetime | None = await work.session.scalar(
        select(func.min(PostRow.next_try)).where(PostRow.state.in_(OPEN))
    )
    return first
