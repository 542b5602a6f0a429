"""Queries of proposed prompts, and their table."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Index, String, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.content.model import PromptKind
from bot.discussion.proposal import DraftPrompt, Proposal, ProposalState
from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.storage.base import Base, RowId, UtcDateTime
from bot.storage.work import Work

_STATES = ", ".join(f"'{state}'" for state in ProposalState)
_NO_SYNC = {"synchronize_session": False}


class ProposalRow(Base):
    """A proposed prompt; ``decided_by`` and ``decided_at`` are NULL while it is open."""

    __tablename__ = "discussion_proposal"
    __table_args__ = (
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        Index("ix_discussion_proposal_guild_id_state", "guild_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    draft: Mapped[dict[str, Any]] = mapped_column(JSON)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


async def add(work: Work, proposal: Proposal) -> int:
    """Store ``proposal``; return its number."""
    row = ProposalRow(
        guild_id=proposal.guild,
        member_id=proposal.member,
        draft=_texts(proposal.draft),
        sent_at=proposal.sent_at,
        state=proposal.state.value,
    )
    work.session.add(row)
    await work.session.flush()
    return row.id


async def one(work: Work, guild: GuildId, number: int) -> Proposal | None:
    """Return the proposal ``number`` of ``guild``."""
    found = select(ProposalRow).where(ProposalRow.guild_id == guild, ProposalRow.id == number)
    row = await work.session.scalar(found.execution_options(populate_existing=True))
    return None if row is None else _proposal(row)


async def waiting_of(work: Work, guild: GuildId, member: MemberId) -> int:
    """Return how many proposals of ``member`` wait for a moderator."""
    found = select(func.count()).where(
        ProposalRow.guild_id == guild,
        ProposalRow.member_id == member,
        ProposalRow.state == ProposalState.OPEN.value,
    )
    return await work.session.scalar(found) or 0


async def how_many(work: Work, guild: GuildId) -> Waiting:
    """Return how many are open in ``guild``, and since when the first."""
    found = select(func.count(), func.min(ProposalRow.sent_at)).where(
        ProposalRow.guild_id == guild, ProposalRow.state == ProposalState.OPEN.value
    )
    count, oldest = (await work.session.execute(found)).one()
    return Waiting(count, oldest)


async def in_state(
    work: Work, guild: GuildId, state: ProposalState, limit: int
) -> Sequence[Proposal]:
    """Return the proposals of ``guild`` that stand so, oldest first."""
    found = (
        select(ProposalRow)
        .where(ProposalRow.guild_id == guild, ProposalRow.state == state.value)
        .order_by(ProposalRow.sent_at, ProposalRow.id)
        .limit(limit)
    )
    return [_proposal(row) for row in await work.session.scalars(found)]


async def rewrite(work: Work, guild: GuildId, number: int, draft: DraftPrompt) -> bool:
    """Change an open proposal; return False where it is decided already."""
    return await _turned(work, guild, number, {"draft": _texts(draft)})


async def decide(
    work: Work, guild: GuildId, number: int, state: ProposalState, by: MemberId, now: datetime
) -> bool:
    """Decide an open proposal; return False where it is decided already."""
    values = {"state": state.value, "decided_by": by, "decided_at": now}
    return await _turned(work, guild, number, values)


async def _turned(work: Work, guild: GuildId, number: int, values: dict[str, Any]) -> bool:
    changed = await work.session.execute(
        update(ProposalRow)
        .where(
            ProposalRow.guild_id == guild,
            ProposalRow.id == number,
            ProposalRow.state == ProposalState.OPEN.value,
        )
        .values(values)
        .returning(ProposalRow.id),
        execution_options=_NO_SYNC,
    )
    return changed.scalar() is not None


def _texts(draft: DraftPrompt) -> dict[str, Any]:
    return {
        "kind": draft.kind.value,
        "title": draft.title,
        "question": draft.question,
        "stances": list(draft.stances),
        "background": draft.background,
        "follow_ups": list(draft.follow_ups),
    }


def _proposal(row: ProposalRow) -> Proposal:
    kept = row.draft
    draft = DraftPrompt(
        PromptKind(kept["kind"]),
        kept["title"],
        kept["question"],
        tuple(kept["stances"]),
        kept["background"],
        tuple(kept["follow_ups"]),
    )
    return Proposal(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        draft=draft,
        sent_at=row.sent_at,
        state=ProposalState(row.state),
        decided_by=None if row.decided_by is None else MemberId(row.decided_by),
        decided_at=row.decided_at,
    )
