"""What moderators can do with questions that got no answer: see, teach, refuse, take back."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.notes import Edition
from bot.answers.teaching.alike import cases
from bot.answers.teaching.model import (
    MAX_PHRASE,
    MAX_PHRASES,
    Case,
    Lesson,
    LessonGone,
    MissedGone,
    TooLittleToTeach,
)
from bot.answers.teaching.overlay import Overlay, Taught
from bot.answers.teaching.store import lessons, missed, wishes
from bot.answers.weighing import is_bare
from bot.discord_ui.cutting import sound
from bot.ids import GuildId, MemberId
from bot.storage.work import Work

# So many of the newest questions are looked at: enough for any moderator's evening.
MAX_MISSED = 300
MAX_WISHES = 200  # of one server, looked at when it is taught something


async def open_cases(work: Work, guild: GuildId) -> tuple[Case, ...]:
    """Return what waits in ``guild``, alike questions together, the most asked first."""
    found = await missed.of_guild(work, guild, MAX_MISSED)
    # Comparing some hundreds of questions takes long enough to be felt by others.
    return await asyncio.to_thread(cases, found)


async def case_of(work: Work, guild: GuildId, question: int) -> Case:
    """Return the open case that ``question`` belongs to.

    Raises:
        MissedGone: it was settled, is no longer kept, or is another server's.
    """
    for case in await open_cases(work, guild):
        if any(each.number == question for each in case.missed):
            return case
    raise MissedGone


async def teach(
    work: Work,
    edition: Edition,
    guild: GuildId,
    question: int,
    concept: str | None,
    by: MemberId,
    *,
    now: datetime,
) -> Lesson:
    """Teach ``guild`` that ``concept`` answers the case of ``question`` (None: that nothing does).

    Whoever waits for an answer to one of its questions is told; call ``Scheduler.wake``
    after the commit.

    Raises:
        MissedGone: the case was settled by somebody else, or is another server's.
        TooLittleToTeach: its words mean something only beside another question.
    """
    case = await case_of(work, guild, question)
    phrases = await asyncio.to_thread(_phrases, edition, case)
    if not phrases:
        raise TooLittleToTeach
    number = await lessons.add(work, guild, concept, phrases, by, now)
    taught = Lesson(number, guild, concept, phrases, by, now)
    overlay = Overlay(edition.index, edition.library, [taught])
    # Other wordings that the lesson decides about are settled with it.
    waiting_now = await missed.of_guild(work, guild, MAX_MISSED)
    settled = {each.number for each in case.missed}
    settled |= await asyncio.to_thread(
        _decided, overlay, {each.number: each.text for each in waiting_now}
    )
    await lessons.settle(work, number, settled)
    if concept is not None:
        hoping = await wishes.open_in(work, guild, MAX_WISHES)
        answered = settled | await asyncio.to_thread(
            _decided, overlay, {each.question: each.text for each in hoping}
        )
        await wishes.answer(
            work, {each.question: concept for each in hoping if each.question in answered}, now
        )
    return taught


async def settle(work: Work, taught: Taught | None, question: int) -> None:
    """Keep that a lesson has decided already about ``question``, which was asked just now."""
    if taught is not None:
        await lessons.settle(work, taught.lesson.number, {question})


async def taught(work: Work, guild: GuildId) -> Sequence[Lesson]:
    """Return what ``guild`` was taught and holds, newest first."""
    return await lessons.active(work, guild)


async def undo(work: Work, guild: GuildId, number: int, *, now: datetime) -> tuple[Lesson, bool]:
    """Take a lesson of ``guild`` back; its questions wait again. Return whether it was news.

    Raises:
        LessonGone: there is no such lesson here.
    """
    lesson = await lessons.one(work, guild, number)
    if lesson is None:
        raise LessonGone
    is_new = await lessons.undo(work, guild, number, now)
    return replace(lesson, undone_at=lesson.undone_at or now), is_new


def _phrases(edition: Edition, case: Case) -> tuple[str, ...]:
    """The wordings of a case that stand for themselves, each read differently."""
    judge = edition.index.judge
    found: dict[str, str] = {}
    for wording in case.wordings:
        text = sound(wording.text).strip()[:MAX_PHRASE]
        reading = judge.read(text)
        if reading.content and not is_bare(judge, reading):
            found.setdefault(reading.key, text)
    return tuple(found.values())[:MAX_PHRASES]


def _decided(overlay: Overlay, texts: Mapping[int, str]) -> set[int]:
    """The numbers of the questions that the overlay's lesson decides about."""
    return {
        number
        for number, text in texts.items()
        if (found := overlay.nearest(text)) is not None and found.decides
    }
