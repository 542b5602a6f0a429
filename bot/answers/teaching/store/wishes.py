"""Queries of wishes to be told when there is an answer."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Select, delete, func, select, update

from bot.answers.store import QuestionRow
from bot.answers.teaching.model import Wish
from bot.answers.teaching.store.tables import WishRow
from bot.ids import GuildId, MemberId
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_Rows = Select[WishRow, str, str | None, str | None]
_TABLE = table_of(WishRow)


async def add(work: Work, wish: Wish) -> bool:
    """Store ``wish``; return False where it was wished before."""
    row = {
        "question_id": wish.question,
        "guild_id": wish.guild,
        "member_id": wish.member,
        "wished_at": wish.at,
    }
    return bool(await insert_new(work, _TABLE, [row], "question_id"))


async def open_in(work: Work, guild: GuildId, limit: int) -> list[Wish]:
    """Return the wishes of ``guild`` for which there is no answer yet, oldest first."""
    return await _wishes(
        work, _select().where(WishRow.guild_id == guild, WishRow.ready_at.is_(None)), limit
    )


async def open_after(work: Work, number: int, limit: int) -> list[Wish]:
    """Return wishes without an answer, of every server, after the question ``number``."""
    return await _wishes(
        work, _select().where(WishRow.question_id > number, WishRow.ready_at.is_(None)), limit
    )


async def ready(work: Work, limit: int) -> list[Wish]:
    """Return wishes that have an answer, of which nobody was told."""
    return await _wishes(
        work, _select().where(WishRow.told_at.is_(None), WishRow.ready_at.is_not(None)), limit
    )


async def earliest(work: Work) -> datetime | None:
    """Return since when the first of them has an answer."""
    return await work.session.scalar(
        select(func.min(WishRow.ready_at)).where(
            WishRow.told_at.is_(None), WishRow.ready_at.is_not(None)
        )
    )


async def answer(work: Work, found: Mapping[int, str], at: datetime) -> None:
    """Keep which concept answers each question of ``found``, unless one does already."""
    for question, concept in found.items():
        await work.session.execute(
            update(WishRow)
            .where(WishRow.question_id == question, WishRow.ready_at.is_(None))
            .values(concept=concept, ready_at=at)
        )


async def tell(work: Work, questions: Collection[int], at: datetime) -> None:
    """Keep that the wishes' members are being told."""
    await work.session.execute(
        update(WishRow).where(WishRow.question_id.in_(questions)).values(told_at=at)
    )


async def drop(work: Work, guild: GuildId, member: MemberId, question: int | None = None) -> int:
    """Forget what ``member`` wished in ``guild`` and was not told; return how many wishes."""
    wanted = [WishRow.guild_id == guild, WishRow.member_id == member, WishRow.told_at.is_(None)]
    if question is not None:
        wanted.append(WishRow.question_id == question)
    gone = await work.session.execute(delete(WishRow).where(*wanted).returning(WishRow.question_id))
    return len(gone.all())


def _select() -> _Rows:
    return select(WishRow, QuestionRow.text, QuestionRow.previous, QuestionRow.concept).join(
        QuestionRow, QuestionRow.id == WishRow.question_id
    )


async def _wishes(work: Work, query: _Rows, limit: int) -> list[Wish]:
    found = await work.session.execute(query.order_by(WishRow.question_id).limit(limit))
    return [
        Wish(
            question=row.question_id,
            guild=GuildId(row.guild_id),
            member=MemberId(row.member_id),
            text=text,
            at=row.wished_at,
            previous=previous,
            refused=refused,
            concept=row.concept,
            ready_at=row.ready_at,
            told_at=row.told_at,
        )
        for row, text, previous, refused in found
    ]
