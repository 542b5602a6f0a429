"""What one person put into discussions, found by the names under which they took part."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, update

from bot.discussion.model import Discussion, Voter
from bot.discussion.store.discussions import discussions_where
from bot.discussion.store.tables import (
    MARKS,
    QUESTIONS,
    REASONS,
    VOTES,
    DiscussionRow,
    KeyRow,
    MarkRow,
    QuestionRow,
    ReasonRow,
    VoteRow,
    within,
)
from bot.ids import GuildId
from bot.storage.work import Work

TABLES = (VOTES, REASONS, MARKS, QUESTIONS)
_NO_SYNC = {"synchronize_session": False}


async def with_keys(work: Work, guild: GuildId | None) -> list[Discussion]:
    """Return those of ``guild`` (None: of all) that have a key, by which a voter can be found."""
    has_key = DiscussionRow.id.in_(select(KeyRow.discussion_id))
    return await discussions_where(work, has_key, *_of(DiscussionRow.guild_id, guild))


async def discussions_of(work: Work, guild: GuildId | None, voter: Voter) -> list[Discussion]:
    """Return the discussions of ``guild`` (None: of all) in which ``voter`` did anything."""
    took_part = [
        DiscussionRow.id.in_(select(table.c.discussion_id).where(table.c.voter == voter))
        for table in TABLES
    ]
    answered = DiscussionRow.id.in_(
        select(QuestionRow.discussion_id).where(QuestionRow.answered_by == voter)
    )
    anywhere: ColumnElement[bool] = answered
    for each in took_part:
        anywhere = anywhere | each
    return await discussions_where(work, anywhere, *_of(DiscussionRow.guild_id, guild))


async def rows_of(
    work: Work, table: Table, discussion: Discussion, voter: Voter
) -> list[dict[str, Any]]:
    """Return what ``voter`` has in one table of ``discussion``."""
    found = await work.session.execute(
        select(table).where(*within(table, [discussion]), table.c.voter == voter)
    )
    return [dict(row) for row in found.mappings()]


async def forget(work: Work, discussion: Discussion, voter: Voter, nobody: Voter) -> int:
    """Delete what ``voter`` wrote and marked, and leave their votes to ``nobody``.

    Returns how many rows changed.
    """
    written = await work.session.scalars(
        select(ReasonRow.id).where(*within(REASONS, [discussion]), ReasonRow.voter == voter)
    )
    ids = list(written)
    changed = 0
    for statement in (
        delete(MarkRow).where(*within(MARKS, [discussion]), MarkRow.voter == voter),
        delete(MarkRow).where(*within(MARKS, [discussion]), MarkRow.reason_id.in_(ids)),
        delete(ReasonRow).where(*within(REASONS, [discussion]), ReasonRow.voter == voter),
        delete(QuestionRow).where(*within(QUESTIONS, [discussion]), QuestionRow.voter == voter),
        update(QuestionRow)
        .where(*within(QUESTIONS, [discussion]), QuestionRow.answered_by == voter)
        .values(answered_by=None),
        update(VoteRow)
        .where(*within(VOTES, [discussion]), VoteRow.voter == voter)
        .values(voter=nobody, voted_at=None),
    ):
        done = await work.session.execute(statement, execution_options=_NO_SYNC)
        changed += getattr(done, "rowcount", 0)
    return changed


def _of(column: Any, guild: GuildId | None) -> Collection[ColumnElement[bool]]:
    return () if guild is None else (column == guild,)
