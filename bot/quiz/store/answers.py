"""Queries of members' answers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, tuple_, update

from bot.content.model import ItemKind
from bot.ids import GuildId, MemberId
from bot.quiz.model import Answer, Given, Sureness
from bot.quiz.store.tables import AnswerRow, AskedRow
from bot.quiz.tally import Counted
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_TABLE = table_of(AnswerRow)

# An answer's place: (server, asked item, member); there is one answer in each.
Place = tuple[GuildId, int, MemberId]


async def add(work: Work, answers: Sequence[Answer]) -> frozenset[Place]:
    """Store those of ``answers`` that are first; return their places."""
    rows = [_columns(each) for each in answers]
    added = await insert_new(work, _TABLE, rows, "guild_id", "asked_id", "member_id")
    return frozenset((GuildId(guild), asked, MemberId(member)) for guild, asked, member in added)


async def given_in(
    work: Work, places: Collection[Place], texts: Collection[int]
) -> dict[Place, Answer]:
    """Return what was answered in ``places``; ``texts`` are the asked items of short answers."""
    key = tuple_(AnswerRow.guild_id, AnswerRow.asked_id, AnswerRow.member_id)
    found = await work.session.scalars(select(AnswerRow).where(key.in_(list(places))))
    answers = (_answer(row, is_text=row.asked_id in texts) for row in found)
    return {(each.guild, each.asked, each.member): each for each in answers}


async def one(
    work: Work, guild: GuildId, asked: int, member: MemberId, *, is_text: bool
) -> Answer | None:
    """Return what ``member`` answered to the item ``asked``."""
    row = await work.session.scalar(
        select(AnswerRow).where(
            AnswerRow.guild_id == guild,
            AnswerRow.asked_id == asked,
            AnswerRow.member_id == member,
        )
    )
    return None if row is None else _answer(row, is_text=is_text)


async def answered_by(
    work: Work, guild: GuildId, members: Collection[MemberId], asked: Collection[int]
) -> dict[MemberId, set[int]]:
    """Return which of the items ``asked`` were answered by each of ``members``."""
    found = select(AnswerRow.member_id, AnswerRow.asked_id).where(
        AnswerRow.guild_id == guild,
        AnswerRow.member_id.in_(members),
        AnswerRow.asked_id.in_(asked),
    )
    done: dict[MemberId, set[int]] = {member: set() for member in members}
    for member, number in await work.session.execute(found):
        done[MemberId(member)].add(number)
    return done


async def of_member(work: Work, guild: GuildId, member: MemberId, since: datetime) -> list[Answer]:
    """Return what ``member`` answered in ``guild`` since then, oldest first.

    Whether an answer is a text is told by its item's kind, which is looked up along.
    """
    found = await work.session.execute(
        select(AnswerRow, AskedRow.snapshot["kind"].as_string())
        .join(AskedRow, AskedRow.id == AnswerRow.asked_id)
        .where(
            AnswerRow.guild_id == guild,
            AnswerRow.member_id == member,
            AnswerRow.answered_at >= since,
        )
        .order_by(AnswerRow.answered_at, AnswerRow.id)
    )
    return [_answer(row, is_text=kind == ItemKind.SHORT) for row, kind in found]


async def keep_sureness(
    work: Work, guild: GuildId, asked: int, member: MemberId, sureness: Sureness
) -> None:
    """Store how sure ``member`` was of their answer; the latest word counts."""
    await work.session.execute(
        update(AnswerRow)
        .where(
            AnswerRow.guild_id == guild,
            AnswerRow.asked_id == asked,
            AnswerRow.member_id == member,
        )
        .values(sureness=int(sureness)),
        execution_options={"synchronize_session": False},
    )


async def count(work: Work, guild: GuildId, asked: int) -> int:
    """Return how many have answered the item ``asked``."""
    found = select(func.count()).where(AnswerRow.guild_id == guild, AnswerRow.asked_id == asked)
    return await work.session.scalar(found) or 0


async def counted(work: Work, asked: Collection[int]) -> dict[int, list[Counted]]:
    """Return what was given to each of the items ``asked``, of any server, and by how many."""
    found = await work.session.execute(
        select(AnswerRow.asked_id, AnswerRow.given, AnswerRow.is_right, func.count())
        .where(AnswerRow.asked_id.in_(asked))
        .group_by(AnswerRow.asked_id, AnswerRow.given, AnswerRow.is_right)
    )
    groups: dict[int, list[Counted]] = {number: [] for number in asked}
    for number, given, is_right, members in found:
        groups[number].append(Counted(given, is_right, members))
    return groups


def _columns(answer: Answer) -> dict[str, Any]:
    return {
        "guild_id": answer.guild,
        "asked_id": answer.asked,
        "member_id": answer.member,
        "item": answer.item,
        "given": str(answer.given),
        "is_right": answer.is_right,
        "sureness": answer.sureness,
        "answered_at": answer.at,
    }


def _answer(row: AnswerRow, *, is_text: bool) -> Answer:
    return Answer(
        asked=row.asked_id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        item=row.item,
        given=Given.read(row.given, is_text=is_text),
        is_right=row.is_right,
        at=row.answered_at,
        sureness=None if row.sureness is None else Sureness(row.sureness),
    )
