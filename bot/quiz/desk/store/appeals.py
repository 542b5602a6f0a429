"""Queries of appeals."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Table, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.quiz.desk.model import Appeal, CaseState, Decision
from bot.quiz.desk.store.tables import AppealRow
from bot.storage.work import Work

_TABLE: Table = AppealRow.__table__  # type: ignore[assignment]
_NO_SYNC = {"synchronize_session": False}


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
    dialect = work.session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    added = insert(_TABLE).values(row).on_conflict_do_nothing().returning(_TABLE.c.id)
    return (await work.session.execute(added)).scalar() is not None


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
    row = await work.session.scalar(
        select(AppealRow).where(AppealRow.guild_id == guild, AppealRow.id == number)
    )
    return None if row is None else _appeal(row)


async def how_many(work: Work, guild: GuildId) -> Waiting:
    """Return how many are open in ``guild``, and since when the first."""
    found = select(func.count(), func.min(AppealRow.sent_at)).where(
        AppealRow.guild_id == guild, AppealRow.state == CaseState.OPEN.value
    )
    count, oldest = (await work.session.execute(found)).one()
    return Waiting(count, oldest)


async def waiting(work: Work, guild: GuildId, limit: int) -> list[Appeal]:
    """Return the open appeals of ``guild``, oldest first."""
    found = (
        select(AppealRow)
        .where(AppealRow.guild_id == guild, AppealRow.state == CaseState.OPEN.value)
        .order_by(AppealRow.sent_at, AppealRow.id)
        .limit(limit)
    )
    return [_appeal(row) for row in await work.session.scalars(found)]


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
        execution_options=_NO_SYNC,
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
        execution_options=_NO_SYNC,
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
        decision=decision_of(row.decided_by, row.decided_at),
    )


def decision_of(by: int | None, at: datetime | None) -> Decision | None:
    """Return who decided and when, where that is known."""
    return None if by is None or at is None else Decision(MemberId(by), at)
