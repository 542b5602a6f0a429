"""Cases of the desk as they stand in the database: asked, answered, appealed, suggested."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot.content.library import Library
from bot.content.model import ItemKind, Text
from bot.content.reader import read
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Weekly
from bot.quiz import answering
from bot.quiz.answering import Try
from bot.quiz.desk import appeals, suggestions
from bot.quiz.desk.model import (
    Draft,
    DraftKind,
)
from bot.quiz.model import Answered, AskedItem, AskedState, Given
from bot.quiz.schedule import Schedule
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import asked, schedules
from bot.storage.work import Storage
from tests.quiz.notes import SINGLE, notes_in

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, ELSEWHERE = GuildId(1), GuildId(2)
MINA, JUN, SEO, CHIEF, SECOND = (MemberId(each) for each in range(10, 15))
SNAPSHOT = Snapshot(
    item="kernel-name",
    topic="os",
    kind=ItemKind.SHORT,
    stem=Text("OS의 가운데를 무엇이라고 하나요?"),
    explanation=Text("커널이에요."),
    concept=5,
    concept_title=Text("커널"),
    source=Text("노트"),
    key=Text("커널"),
    contrast=("쉘",),
)
SHORT = Draft(
    DraftKind.SHORT,
    "kernel",
    stem="OS의 알맹이는?",
    explanation="커널이라고 해요.",
    key="커널",
    accept=("kernel",),
    contrast=("쉘",),
)


async def ask(storage: Storage, guild: GuildId = GUILD, **changes: object) -> int:
    """Store a schedule with one open short-answer item; return the item's number."""
    async with storage.work() as work:
        rule = Weekly(frozenset(range(7)), time(21))
        schedule = await schedules.add(
            work, Schedule(0, guild, ChannelId(3), MINA, rule, "Asia/Seoul")
        )
        item = AskedItem(
            number=0,
            guild=guild,
            schedule=schedule.number,
            day=date(2026, 3, 2),
            part=0,
            channel=ChannelId(3),
            snapshot=SNAPSHOT,
            state=AskedState.OPEN,
            hides_verdict=False,
            due=NOON,
            closes_at=NOON + timedelta(hours=24),
        )
        [number] = await asked.add(work, [replace(item, **changes)])  # type: ignore[arg-type]
        await work.commit()
    return number


async def give(
    storage: Storage, number: int, member: MemberId, text: str, guild: GuildId = GUILD
) -> Answered:
    """Answer; return what the member is told."""
    async with storage.work() as work:
        [told] = await answering.take(work, [Try(guild, number, member, Given(text=text), NOON)])
        await work.commit()
    assert isinstance(told, Answered)
    return told


async def appeal(storage: Storage, number: int, member: MemberId, guild: GuildId = GUILD) -> int:
    """Appeal; return the appeal's number."""
    async with storage.work() as work:
        sent = await appeals.send(work, guild, number, member, "책에도 그래요", now=NOON)
        await work.commit()
    return sent.number


async def accept(storage: Storage, number: int, by: MemberId = CHIEF) -> appeals.Judged:
    """Accept an appeal."""
    async with storage.work() as work:
        judged = await appeals.accept(work, GUILD, number, by, now=NOON)
        await work.commit()
    return judged


async def is_right(storage: Storage, number: int, member: MemberId) -> bool:
    """Return whether the stored answer counts as right."""
    async with storage.reading() as work:
        return (await answering.mine(work, GUILD, number, member)).answer.is_right


def library_in(folder: Path) -> Library:
    """Small notes with one concept and one item."""
    return read(notes_in(folder / "notes", SINGLE))


async def take(storage: Storage, library: Library, draft: Draft) -> int:
    """Suggest an item, and accept it; return its number."""
    async with storage.work() as work:
        sent = await suggestions.send(work, GUILD, MINA, draft, now=NOON)
        await suggestions.accept(work, library, GUILD, sent.number, CHIEF, now=NOON)
        await work.commit()
    return sent.number
