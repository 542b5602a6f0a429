"""What other parts may ask of the ledger; each takes the caller's open unit of work."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from bot.ids import GuildId, MessageId
from bot.posts import store
from bot.posts.model import Claim, Post
from bot.storage.work import Work


async def claim(work: Work, claims: Sequence[Claim]) -> list[Post]:
    """Decide to post ``claims``; return those that had not been decided before.

    Call ``Scheduler.wake`` after the commit, so that they are sent at once.
    """
    return await store.claim(work, claims)


async def post(work: Work, guild: GuildId, number: int) -> Post | None:
    """Return the post ``number`` of ``guild``."""
    return await store.post(work, guild, number)


async def posts_of(work: Work, guild: GuildId, kind: str, subject: int) -> list[Post]:
    """Return every post of one subject, oldest first."""
    return await store.posts_of(work, guild, kind, subject)


async def adopt(work: Work, guild: GuildId, number: int, message: MessageId) -> bool:
    """Note which message shows the post, as a press on it proves; return whether that was news."""
    return await store.adopt(work, guild, number, message)


async def withdraw(work: Work, guild: GuildId, kind: str, subject: int) -> int:
    """Take back what is claimed for a subject and not on its way yet; return how many posts."""
    return await store.withdraw(work, guild, kind, subject)


async def amend(
    work: Work,
    guild: GuildId,
    kind: str,
    subject: int,
    change: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> None:
    """Change what the posts of a subject remember, such as a name that is to be forgotten."""
    await store.amend(work, guild, kind, subject, change)


async def show_anew(work: Work, guild: GuildId, number: int) -> None:
    """Ask for a post to be drawn anew; kept until it was, through any crash.

    Call ``Scheduler.wake`` after the commit.
    """
    await store.ask_redraw(work, guild, number)


async def show_anew_of(
    work: Work,
    kind: str,
    wanted: Collection[tuple[GuildId, int]],
    *,
    occurrences: Collection[str] | None = None,
) -> None:
    """Ask for every post of the ``wanted`` subjects (server, subject) to be drawn anew.

    Of those only the ones of ``occurrences``, where they are given. A subject's number must be its
    own among all servers. Call ``Scheduler.wake`` after the commit.
    """
    await store.ask_redraw_of(work, kind, wanted, occurrences)


async def shown_by(work: Work, guild: GuildId, message: MessageId) -> Post | None:
    """Return the post that ``message`` shows; None: it shows none of ours."""
    return await store.shown_by(work, guild, message)


async def messages_of(
    work: Work, kind: str, wanted: Collection[tuple[GuildId, int]]
) -> dict[int, MessageId]:
    """Return which message shows each of the ``wanted`` subjects, by subject, where one does.

    A subject's number must be its own among all servers.
    """
    return await store.messages_of(work, kind, wanted)
