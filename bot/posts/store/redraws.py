"""Wishes for a post to be shown anew, kept until it was."""

from collections.abc import Collection

from sqlalchemy import func, select, update

from bot.ids import GuildId
from bot.posts.model import Post, State
from bot.posts.store.table import NO_SYNC, PostRow, of_subjects, post_of
from bot.storage.work import Work


async def ask_redraw(work: Work, guild: GuildId, number: int) -> None:
    """Note that the post ``number`` should be shown anew."""
    await work.session.execute(
        update(PostRow)
        .where(PostRow.guild_id == guild, PostRow.id == number)
        .values(redraw=func.coalesce(PostRow.redraw, 0) + 1),
        execution_options=NO_SYNC,
    )


async def to_redraw(work: Work, limit: int, *, but: Collection[int]) -> list[Post]:
    """Return sent posts that should be shown anew, leaving out ``but``."""
    found = (
        select(PostRow)
        .where(PostRow.redraw > 0, PostRow.state == State.SENT, PostRow.id.not_in(but))
        .order_by(PostRow.id)
        .limit(limit)
    )
    return [post_of(row) for row in await work.session.scalars(found)]


async def redrawn(work: Work, number: int, redraw: int | None) -> None:
    """Note that the post was shown as of wish ``redraw``; a later wish stays open."""
    await work.session.execute(
        update(PostRow).where(PostRow.id == number, PostRow.redraw == redraw).values(redraw=None),
        execution_options=NO_SYNC,
    )


async def ask_redraw_of(work: Work, kind: str, wanted: Collection[tuple[GuildId, int]]) -> None:
    """Note that every post of the ``wanted`` subjects (server, subject) should be shown anew."""
    await work.session.execute(
        update(PostRow)
        .where(*of_subjects(kind, wanted))
        .values(redraw=func.coalesce(PostRow.redraw, 0) + 1),
        execution_options=NO_SYNC,
    )
