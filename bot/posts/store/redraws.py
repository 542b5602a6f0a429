"""Wishes for a post to be shown anew, kept until it was."""

from collections.abc import Collection

from sqlalchemy import func, select, update

from bot.ids import GuildId
from bot.posts.model import Post, State
from bot.posts.share import Share
from bot.posts.store.leases import of_share
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


async def to_redraw(
    work: Work, limit: int, *, but: Collection[int], share: Share | None = None
) -> list[Post]:
    """Return sent posts (of ``share``'s servers) to be shown anew, leaving out ``but``."""
    found = (
        select(PostRow)
        .where(
            PostRow.redraw > 0,
            PostRow.state == State.SENT,
            PostRow.id.not_in(but),
            *of_share(PostRow.guild_id, share),
        )
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


async def ask_redraw_of(
    work: Work,
    kind: str,
    wanted: Collection[tuple[GuildId, int]],
    occurrences: Collection[str] | None = None,
) -> None:
    """Note that every post of the ``wanted`` subjects (server, subject) should be shown anew."""
    which = of_subjects(kind, wanted)
    if occurrences is not None:
        which = (*which, PostRow.occurrence.in_(occurrences))
    await work.session.execute(
        update(PostRow).where(*which).values(redraw=func.coalesce(PostRow.redraw, 0) + 1),
        execution_options=NO_SYNC,
    )
