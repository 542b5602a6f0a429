"""Queries of appeals."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.quiz.desk.model import Appeal, CaseState
from bot.quiz.desk.store import cases
from bot.quiz.desk.store.tables import AppealRow
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_TABLE = table_of(AppealRow)


async def add(work: Work, appeal: Appeal) -> bool:
    """Store ``appeal``; return False where the member has appealed against this before."""
    row = {
        "guild_id": appeal.guild,
        "asked_id": appeal.asked,
        "member_id": appeal.member,
        "item": appeal.item,
        "given": appeal.given,
        "alias": appeal.alias,
        "sentence": appeal.sentence,
        "sent_at": appeal.sent_at,
        "state": appeal.state.value,
    }
    return bool(await insert_new(work, _TABLE, [row], "id"))


async def of_answer(work: Work, guild: GuildId, asked: int, member: MemberId) -> Appeal | None:
    """Return the appeal of ``member`` against the verdict on their answer."""
    row = await work.session.scalar(
        select(AppealRow).where(
            AppealRow.guild_id == guild,
            AppealRow.asked_id == asked,
            AppealRow.member_id == member,
        )
    )
    return None if row is None else _appeal(row)


async def one(work: Work, guild: GuildId, number: int) -> Appeal | None:
    """Return the appeal ``number`` of ``guild``."""
    row = await cases.row_of(work, AppealRow, guild, number)
    return None if row is None else _appeal(row)


async def how_many(work: Work, guild: GuildId) -> Waiting:
    """Return how many are open in ``guild``, and since when the first."""
    return await cases.how_many(work, AppealRow, guild)


async def waiting(work: Work, guild: GuildId, limit: int) -> list[Appeal]:
    """Return the open appeals of ``guild``, oldest first."""
    return [_appeal(row) for row in await cases.waiting(work, AppealRow, guild, limit)]


async def waiting_on(work: Work, guild: GuildId, item: str) -> list[Appeal]:
    """Return the open appeals about one item (the content's id)."""
    found = select(AppealRow).where(
        AppealRow.guild_id == guild,
        AppealRow.item == item,
        AppealRow.state == CaseState.OPEN.value,
    )
    return [_appeal(row) for row in await work.session.scalars(found)]


async def rename(work: Work, guild: GuildId, number: int, alias: str) -> bool:
    """Change what an acceptance would add; return False where it is decided already."""
    changed = await work.session.execute(
        update(AppealRow)
        .where(
            AppealRow.guild_id == guild,
            AppealRow.id == number,
            AppealRow.state == CaseState.OPEN.value,
        )
        .values(alias=alias)
        .returning(AppealRow.id),
        execution_options=cases.NO_SYNC,
    )
    return changed.scalar() is not None


async def decide(
    work: Work,
    guild: GuildId,
    numbers: Collection[int],
    state: CaseState,
    *,
    by: MemberId,
    now: datetime,
) -> frozenset[int]:
    """Decide those of ``numbers`` that are open; return which."""
    changed = await work.session.scalars(
        update(AppealRow)
        .where(
            AppealRow.guild_id == guild,
            AppealRow.id.in_(numbers),
            AppealRow.state == CaseState.OPEN.value,
        )
        .values(state=state.value, decided_by=by, decided_at=now)
        .returning(AppealRow.id),
        execution_options=cases.NO_SYNC,
    )
    return frozenset(changed)


def _appeal(row: AppealRow) -> Appeal:
    return Appeal(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        asked=row.asked_id,
        item=row.item,
        given=row.given,
        alias=row.alias,
        sentence=row.sentence,
        sent_at=row.sent_at,
        state=CaseState(row.state),
        decision=cases.decision_of(row.decided_by, row.decided_at),
    )
