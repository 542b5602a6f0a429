"""What the queries of appeals and of suggestions share: cases that wait, and who decided them."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select

from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.quiz.desk.model import CaseState, Decision
from bot.quiz.desk.store.tables import AppealRow, SuggestionRow
from bot.storage.work import Work

NO_SYNC = {"synchronize_session": False}
Rows = TypeVar("Rows", AppealRow, SuggestionRow)


async def row_of(work: Work, rows: type[Rows], guild: GuildId, number: int) -> Rows | None:
    """Return the case ``number`` of ``guild``."""
    return await work.session.scalar(select(rows).where(rows.guild_id == guild, rows.id == number))


async def how_many(work: Work, rows: type[Rows], guild: GuildId) -> Waiting:
    """Return how many are open in ``guild``, and since when the first."""
    found = select(func.count(), func.min(rows.sent_at)).where(
        rows.guild_id == guild, rows.state == CaseState.OPEN.value
    )
    count, oldest = (await work.session.execute(found)).one()
    return Waiting(count, oldest)


async def waiting(work: Work, rows: type[Rows], guild: GuildId, limit: int) -> list[Rows]:
    """Return the open cases of ``guild``, oldest first."""
    found = (
        select(rows)
        .where(rows.guild_id == guild, rows.state == CaseState.OPEN.value)
        .order_by(rows.sent_at, rows.id)
        .limit(limit)
    )
    return list(await work.session.scalars(found))


def decision_of(by: int | None, at: datetime | None) -> Decision | None:
    """Return who decided and when, where that is known."""
    return None if by is None or at is None else Decision(MemberId(by), at)
