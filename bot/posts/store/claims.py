"""Decisions to post: made once, read, taken back, proved by a press."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.ids import GuildId, MessageId
from bot.posts.model import Claim, Post, State
from bot.posts.store.table import NO_SYNC, OPEN, TABLE, PostRow, claimed_row, of_subjects, post_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work


async def claim(work: Work, claims: Sequence[Claim]) -> list[Post]:
    """Store ``claims``; return the posts of those that nobody had claimed before."""
    new = await insert_new(work, TABLE, [claimed_row(each) for each in claims])
    return [post_of(row) for row in new]


async def post(work: Work, guild: GuildId, number: int) -> Post | None:
    """Return the post ``number`` of ``guild``."""
    row = await work.session.scalar(
        select(PostRow).where(PostRow.guild_id == guild, PostRow.id == number)
    )
    return None if row is None else post_of(row)


async def shown_by(work: Work, guild: GuildId, message: MessageId) -> Post | None:
    """Return the post of ``guild`` that ``message`` shows."""
    row = await work.session.scalar(
        select(PostRow).where(PostRow.guild_id == guild, PostRow.message_id == message)
    )
    return None if row is None else post_of(row)


async def posts_of(work: Work, guild: GuildId, kind: str, subject: int | None = None) -> list[Post]:
    """Return every post of one subject (None: of the whole kind), oldest first."""
    found = select(PostRow).where(PostRow.guild_id == guild, PostRow.kind == kind)
    if subject is not None:
        found = found.where(PostRow.subject == subject)
    return [post_of(row) for row in await work.session.scalars(found.order_by(PostRow.id))]


async def adopt(work: Work, guild: GuildId, number: int, message: MessageId) -> bool:
    """Note that ``message`` shows the open post ``number``; return whether that was news."""
    found = await work.session.execute(
        update(PostRow)
        .where(
            PostRow.guild_id == guild,
            PostRow.id == number,
            # A press proves that an uncertain one was posted after all.
            PostRow.state.in_((*OPEN, State.UNCERTAIN.value)),
        )
        .values(state=State.SENT.value, message_id=message, next_try=None, reason=None)
        .returning(PostRow.id),
        execution_options=NO_SYNC,
    )
    return found.first() is not None


async def amend(
    work: Work,
    guild: GuildId,
    kind: str,
    subject: int,
    change: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> None:
    """Store what each post of a subject remembers as ``change`` returns it."""
    for each in await posts_of(work, guild, kind, subject):
        changed = dict(change(each.claim.snapshot))
        if changed != each.claim.snapshot:
            await work.session.execute(
                update(PostRow)
                .where(PostRow.guild_id == guild, PostRow.id == each.id)
                .values(snapshot=changed),
                execution_options=NO_SYNC,
            )


async def withdraw(
    work: Work, guild: GuildId, kind: str, subject: int, occurrence: str | None = None
) -> int:
    """Take back every post of a subject that is claimed but not begun; return how many.

    Only those of ``occurrence``, where it is given.
    """
    only = () if occurrence is None else (PostRow.occurrence == occurrence,)
    found = await work.session.execute(
        update(PostRow)
        .where(
            PostRow.guild_id == guild,
            PostRow.kind == kind,
            PostRow.subject == subject,
            PostRow.state == State.CLAIMED,
            *only,
        )
        .values(state=State.WITHDRAWN.value, next_try=None)
        .returning(PostRow.id),
        execution_options=NO_SYNC,
    )
    return len(found.all())


async def reopen(work: Work, guild: GuildId, number: int, now: datetime) -> None:
    """Make a post that its channel refused go to its member privately instead."""
    await work.session.execute(
        update(PostRow)
        .where(PostRow.guild_id == guild, PostRow.id == number, PostRow.state == State.MISSED)
        .values(state=State.CLAIMED.value, channel_id=None, next_try=now, reason=None),
        execution_options=NO_SYNC,
    )


async def messages_of(
    work: Work, kind: str, wanted: Collection[tuple[GuildId, int]]
) -> dict[int, MessageId]:
    """Return which message shows each of the ``wanted`` subjects, by subject, where one does."""
    found = await work.session.execute(
        select(PostRow.subject, PostRow.message_id)
        .where(*of_subjects(kind, wanted), PostRow.message_id.is_not(None))
        .order_by(PostRow.id)
    )
    return {subject: MessageId(message) for subject, message in found if message}
