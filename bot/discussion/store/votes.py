"""Queries of votes: one for each voter and round, without an order where they are anonymous."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, tuple_

from bot.discussion.model import Discussion, Vote, Voter
from bot.discussion.store.tables import VOTES, VoteRow, within
from bot.storage.upsert import upsert
from bot.storage.work import Work

Place = tuple[int, int, Voter]


async def taken(
    work: Work, discussions: Collection[Discussion], places: Collection[Place]
) -> dict[Place, frozenset[int]]:
    """Return what was voted at ``places`` (discussion, round, voter) of ``discussions``."""
    found = select(VoteRow.discussion_id, VoteRow.round, VoteRow.voter, VoteRow.stances).where(
        *within(VOTES, discussions),
        tuple_(VoteRow.discussion_id, VoteRow.round, VoteRow.voter).in_(list(places)),
    )
    return {
        (number, turn, Voter(voter)): stances_of(bits)
        for number, turn, voter, bits in await work.session.execute(found)
    }


async def keep(
    work: Work, votes: Sequence[tuple[Discussion, Vote]], at: Mapping[Place, datetime]
) -> None:
    """Store ``votes`` in place of earlier ones; ``at`` is dropped where they are anonymous."""
    rows = [_columns(discussion, vote, at) for discussion, vote in votes]
    # In one order always: two processes that store the same rows must not wait for each other.
    rows.sort(key=lambda row: (row["discussion_id"], row["round"], row["voter"]))
    await upsert(work, VOTES, rows, keys=("discussion_id", "round", "voter"))


async def of(work: Work, discussions: Collection[Discussion]) -> dict[int, list[Vote]]:
    """Return every vote in ``discussions``, by discussion's number."""
    found = select(VoteRow.discussion_id, VoteRow.voter, VoteRow.round, VoteRow.stances).where(
        *within(VOTES, discussions)
    )
    votes: dict[int, list[Vote]] = {each.id: [] for each in discussions}
    for number, voter, turn, bits in await work.session.execute(
        found.order_by(VoteRow.discussion_id, VoteRow.round, VoteRow.voter)
    ):
        votes[number].append(Vote(Voter(voter), turn, stances_of(bits)))
    return votes


async def count(work: Work, discussion: Discussion, turn: int) -> int:
    """Return how many voted in a round."""
    found = select(func.count()).where(*within(VOTES, [discussion]), VoteRow.round == turn)
    return int(await work.session.scalar(found) or 0)


def stances_of(bits: int) -> frozenset[int]:
    """Return the places of the stances that ``bits`` stand for."""
    return frozenset(place for place in range(bits.bit_length()) if bits >> place & 1)


def _columns(discussion: Discussion, vote: Vote, at: Mapping[Place, datetime]) -> dict[str, Any]:
    place = (discussion.id, vote.round, vote.voter)
    return {
        "discussion_id": discussion.id,
        "guild_id": discussion.guild,
        "round": vote.round,
        "voter": vote.voter,
        "stances": sum(1 << stance for stance in vote.stances),
        "voted_at": None if discussion.anonymous else at[place],
    }
