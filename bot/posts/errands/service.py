"""What other parts may ask of errands; each takes the caller's open unit of work."""

from collections.abc import Collection, Sequence

from bot.ids import GuildId
from bot.posts.errands import store
from bot.posts.errands.model import Errand, Wish
from bot.storage.work import Work


async def want(work: Work, wishes: Sequence[Wish]) -> list[int]:
    """Decide to have ``wishes`` done; return their numbers in order, for ``Wish.after``.

    What was wanted before is not wanted twice. Call ``Scheduler.wake`` after the commit.
    """
    return await store.add(work, wishes)


async def withdraw(
    work: Work,
    guild: GuildId,
    owner: str,
    subject: int,
    *,
    chores: Collection[str] | None = None,
) -> int:
    """Take back what is not done yet for a subject; return how many errands."""
    return await store.withdraw(work, guild, owner, subject, chores)


async def errands_of(work: Work, guild: GuildId, owner: str, subject: int) -> list[Errand]:
    """Return every errand of one subject, oldest first."""
    return await store.of_subject(work, guild, owner, subject)
