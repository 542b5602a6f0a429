"""Queries of suggested items."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update

from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.quiz.desk.model import CaseState, Draft, DraftKind, Suggestion
from bot.quiz.desk.store import cases
from bot.quiz.desk.store.tables import SuggestionRow
from bot.storage.work import Work

_OPEN = SuggestionRow.state == CaseState.OPEN.value


async def add(work: Work, suggestion: Suggestion) -> int:
    """Store ``suggestion``; return its number."""
    row = SuggestionRow(
        guild_id=suggestion.guild,
        member_id=suggestion.member,
        kind=int(suggestion.draft.kind),
        concept=suggestion.draft.concept,
        draft=_texts(suggestion.draft),
        sent_at=suggestion.sent_at,
        state=suggestion.state.value,
    )
    work.session.add(row)
    await work.session.flush()
    return row.id


async def waiting_of(work: Work, guild: GuildId, member: MemberId) -> int:
    """Return how many suggestions of ``member`` wait for a moderator."""
    found = select(func.count()).where(
        SuggestionRow.guild_id == guild,
        SuggestionRow.member_id == member,
        SuggestionRow.state == CaseState.OPEN.value,
    )
    return await work.session.scalar(found) or 0


async def one(work: Work, guild: GuildId, number: int) -> Suggestion | None:
    """Return the suggestion ``number`` of ``guild``."""
    row = await cases.row_of(work, SuggestionRow, guild, number)
    return None if row is None else _suggestion(row)


async def how_many(work: Work, guild: GuildId) -> Waiting:
    """Return how many are open in ``guild``, and since when the first."""
    return await cases.how_many(work, SuggestionRow, guild)


async def waiting(work: Work, guild: GuildId, limit: int) -> list[Suggestion]:
    """Return the open suggestions of ``guild``, oldest first."""
    return [_suggestion(row) for row in await cases.waiting(work, SuggestionRow, guild, limit)]


async def accepted(
    work: Work, guilds: Collection[GuildId]
) -> dict[GuildId, tuple[Suggestion, ...]]:
    """Return the accepted suggestions of each of ``guilds`` that has some, oldest first."""
    found = (
        select(SuggestionRow)
        .where(SuggestionRow.guild_id.in_(guilds), SuggestionRow.state == CaseState.ACCEPTED.value)
        .order_by(SuggestionRow.id)
    )
    by_guild: dict[GuildId, tuple[Suggestion, ...]] = {}
    for row in await work.session.scalars(found):
        guild = GuildId(row.guild_id)
        by_guild[guild] = (*by_guild.get(guild, ()), _suggestion(row))
    return by_guild


async def rewrite(work: Work, guild: GuildId, number: int, draft: Draft) -> bool:
    """Change an open suggestion; return False where it is decided already."""
    values = {"draft": _texts(draft)}
    return await _turned(work, guild, number, _OPEN, values)


async def decide(
    work: Work,
    guild: GuildId,
    number: int,
    state: CaseState,
    *,
    by: MemberId,
    now: datetime,
    stamp: str | None = None,
) -> bool:
    """Decide an open suggestion; return False where it is decided already."""
    values = {"state": state.value, "decided_by": by, "decided_at": now, "stamp": stamp}
    return await _turned(work, guild, number, _OPEN, values)


async def withdraw(work: Work, guild: GuildId, number: int, *, by: MemberId, now: datetime) -> bool:
    """Turn an accepted suggestion down; return False where it is none.

    Its stamp stays, which tells it from one that was never accepted.
    """
    declined = {"state": CaseState.DECLINED.value, "decided_by": by, "decided_at": now}
    return await _turned(
        work, guild, number, SuggestionRow.state == CaseState.ACCEPTED.value, declined
    )


async def restore(work: Work, guild: GuildId, number: int, *, by: MemberId, now: datetime) -> bool:
    """Take a suggestion again that was accepted and withdrawn; return False where it is none."""
    accepted = {"state": CaseState.ACCEPTED.value, "decided_by": by, "decided_at": now}
    withdrawn = (SuggestionRow.state == CaseState.DECLINED.value) & SuggestionRow.stamp.is_not(None)
    return await _turned(work, guild, number, withdrawn, accepted)


async def _turned(
    work: Work, guild: GuildId, number: int, which: ColumnElement[bool], values: dict[str, Any]
) -> bool:
    changed = await work.session.execute(
        update(SuggestionRow)
        .where(SuggestionRow.guild_id == guild, SuggestionRow.id == number, which)
        .values(values)
        .returning(SuggestionRow.id),
        execution_options=cases.NO_SYNC,
    )
    return changed.scalar() is not None


def _texts(draft: Draft) -> dict[str, Any]:
    return {
        "stem": draft.stem,
        "explanation": draft.explanation,
        "key": draft.key,
        "accept": list(draft.accept),
        "contrast": list(draft.contrast),
        "reason": draft.reason,
    }


def _suggestion(row: SuggestionRow) -> Suggestion:
    kept = row.draft
    draft = Draft(
        kind=DraftKind(row.kind),
        concept=row.concept,
        stem=kept["stem"],
        explanation=kept["explanation"],
        key=kept["key"],
        accept=tuple(kept["accept"]),
        contrast=tuple(kept["contrast"]),
        reason=kept["reason"],
    )
    return Suggestion(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        draft=draft,
        sent_at=row.sent_at,
        state=CaseState(row.state),
        decision=cases.decision_of(row.decided_by, row.decided_at),
        stamp=row.stamp,
    )
