"""Queries of lessons."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import case, delete, func, insert, select, update

from bot.answers.teaching.model import MAX_LESSONS, Lesson
from bot.answers.teaching.store.tables import LessonRow, PhraseRow, SettledRow
from bot.ids import GuildId, MemberId
from bot.storage.work import Work

# How often anything was taught and undone: no two states of a server's lessons share it.
Stamp = tuple[int, int, int]
NOTHING_TAUGHT: Stamp = (0, 0, 0)


async def stamp(work: Work, guild: GuildId) -> Stamp:
    """Return what changes with every lesson of ``guild``; all zero: there are none."""
    undone = case((LessonRow.undone_at.is_not(None), 1), else_=0)
    found = await work.session.execute(
        select(
            func.count(),
            func.coalesce(func.sum(undone), 0),
            func.coalesce(func.max(LessonRow.id), 0),
        ).where(LessonRow.guild_id == guild)
    )
    count, undone_count, newest = found.one()
    return int(count), int(undone_count), int(newest)


async def active(work: Work, guild: GuildId) -> list[Lesson]:
    """Return the lessons of ``guild`` that hold, newest first."""
    rows = await work.session.scalars(
        select(LessonRow)
        .where(LessonRow.guild_id == guild, LessonRow.undone_at.is_(None))
        .order_by(LessonRow.id.desc())
        .limit(MAX_LESSONS)
    )
    return await _with_phrases(work, list(rows))


async def one(work: Work, guild: GuildId, number: int) -> Lesson | None:
    """Return the lesson ``number`` of ``guild``, undone or not."""
    row = await work.session.scalar(
        select(LessonRow).where(LessonRow.guild_id == guild, LessonRow.id == number)
    )
    return (await _with_phrases(work, [row]))[0] if row else None


async def add(
    work: Work,
    guild: GuildId,
    concept: str | None,
    phrases: Sequence[str],
    by: MemberId,
    at: datetime,
) -> int:
    """Store a lesson; return its number."""
    row = LessonRow(guild_id=guild, concept=concept, taught_by=by, taught_at=at)
    work.session.add(row)
    await work.session.flush()
    values = [
        {"lesson_id": row.id, "place": place, "text": text} for place, text in enumerate(phrases)
    ]
    await work.session.execute(insert(PhraseRow), values)
    return row.id


async def undo(work: Work, guild: GuildId, number: int, at: datetime) -> bool:
    """Take a lesson back, and open again what it settled; return False if it was undone before."""
    changed = await work.session.execute(
        update(LessonRow)
        .where(LessonRow.guild_id == guild, LessonRow.id == number, LessonRow.undone_at.is_(None))
        .values(undone_at=at)
        .returning(LessonRow.id)
    )
    if changed.first() is None:
        return False
    await work.session.execute(delete(SettledRow).where(SettledRow.lesson_id == number))
    return True


async def settle(work: Work, number: int, questions: Collection[int]) -> None:
    """Keep that the lesson settled ``questions``, which are of its server and were open."""
    if questions:
        values = [{"question_id": each, "lesson_id": number} for each in questions]
        await work.session.execute(insert(SettledRow), values)


async def _with_phrases(work: Work, rows: Sequence[LessonRow]) -> list[Lesson]:
    if not rows:
        return []
    found = await work.session.execute(
        select(PhraseRow.lesson_id, PhraseRow.text)
        .where(PhraseRow.lesson_id.in_([row.id for row in rows]))
        .order_by(PhraseRow.lesson_id, PhraseRow.place)
    )
    texts: dict[int, list[str]] = {}
    for lesson, text in found:
        texts.setdefault(lesson, []).append(text)
    return [
        Lesson(
            number=row.id,
            guild=GuildId(row.guild_id),
            concept=row.concept,
            phrases=tuple(texts.get(row.id, ())),
            by=MemberId(row.taught_by),
            at=row.taught_at,
            undone_at=row.undone_at,
        )
        for row in rows
    ]
