"""The real program's live round through kills: nothing doubled, no acknowledged answer lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from bot.content.model import Text
from bot.content.reader import read
from bot.ids import ChannelId, MemberId
from bot.quiz.model import AskedItem
from bot.quiz.rounds import store
from bot.quiz.rounds.model import Phase, Round
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import asked
from bot.storage.work import Storage
from tests.quiz.notes import SINGLE, TRUE_FALSE, notes_in
from tests.wire.crashpoints import CrashPoint
from tests.wire.interactions import Interaction
from tests.wire.members import Actor, together
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.quiz import QuizBook
from tests.wire.server import Loopback
from tests.wire.world import World

When = Literal["before", "after"]
# Long enough for a slow machine to start again; the tests go on by the buttons.
SECONDS = 60

STEPS: list[tuple[str, str, When]] = [
    ("asked, not committed", "bot.quiz.store.asked:add", "after"),
    ("just before the request", "discord.http:HTTPClient.send_message", "before"),
    ("Discord acted", "discord.http:HTTPClient.send_message", "after"),
]


class RoundBook(QuizBook):
    """The database of a program in which a round is about to ask its first item."""

    async def begin_round(self, starter: Actor) -> None:
        """Have a round of both items begin now."""
        library = read(self.content)
        now = datetime.now(UTC)
        items = tuple(Snapshot.of(item, library, 1) for item in library.items)
        draft = Round(
            number=0,
            guild=self.guild,
            channel=ChannelId(self.channel.id),
            member=MemberId(starter.user.id),
            topic=Text("운영체제"),
            items=items,
            seconds=SECONDS,
            phase=Phase.BETWEEN,
            started_at=now,
            turned_at=now,
            until=now,
        )
        async with Storage(self.url) as storage, storage.work() as work:
            await store.add(work, draft)
            await work.commit()

    async def items(self) -> list[AskedItem]:
        """What the round asked, in order."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await asked.of_round(work, self.guild, 1)


@pytest.fixture
def book(tmp_path: Path, channel: Channel) -> RoundBook:
    return RoundBook(tmp_path, channel, notes_in(tmp_path / "content", SINGLE, TRUE_FALSE))


def titled(world: World, channel: Channel, title: str) -> list[Message]:
    """Return the program's own posts that say ``title``."""
    return [each for each in world.transcript.unprompted_in(channel.id) if title in each.text]


async def shown(world: World, channel: Channel, title: str) -> Message:
    """Wait for the post that says ``title``."""
    await world.until(lambda: bool(titled(world, channel, title)), within=40.0)
    return titled(world, channel, title)[0]


def answer(member: Actor, question: Message, *, right: bool) -> Interaction:
    """Answer whichever item ``question`` shows."""
    lines = question.text.splitlines()
    for text in ("하드웨어",) if right else ("창문",):
        line = next((line for line in lines if line.endswith(f". {text}")), None)
        if line is not None:
            return member.press(question, line[0])
    return member.press(question, "맞아요" if right else "아니에요")


async def test_a_killed_round_goes_on_at_its_item_and_keeps_every_answer(
    loopback: Loopback, channel: Channel, book: RoundBook
) -> None:
    world = loopback.world
    starter, mina, jun = (Actor.join(world, channel, name) for name in ("운영", "민지", "준호"))
    await book.begin_round(starter)
    async with book.program(loopback) as program:
        question = await shown(world, channel, "라운드 1/2")
        taken = await answer(mina, question, right=True)
        await program.restart()
        again, other = await together(
            answer(mina, question, right=False), answer(jun, question, right=False)
        )
        moved = await starter.press(question, "다음으로")
        await world.until(lambda: "라운드 1/2 결과" in question.text, within=30.0)
        await starter.press(question, "다음으로")
        following = await shown(world, channel, "라운드 2/2")
        await answer(mina, following, right=True)
        await program.restart()
        await starter.press(following, "다음으로")
        table = await shown(world, channel, "라운드 결과")
        mine = await mina.press(table, "내 결과")

    assert "받았어요" in taken.text
    assert "받았어요" in again.text
    assert "받았어요" in other.text
    assert "다음으로 넘어갔어요" in moved.text
    assert "2명이 답했고, 1명(50 %)이 맞혔어요." in question.text
    assert f"1위 <@{mina.user.id}> — 2문제 중 2문제" in table.text
    assert "2명 중 1위예요." in mine.text
    assert len(world.transcript.unprompted_in(channel.id)) == 3
    assert [item.answers for item in await book.items()] == [2, 1]


@pytest.mark.parametrize(("target", "when"), [s[1:] for s in STEPS], ids=[s[0] for s in STEPS])
async def test_a_kill_while_an_item_is_asked_asks_it_once(
    target: str, when: When, loopback: Loopback, channel: Channel, book: RoundBook
) -> None:
    world = loopback.world
    starter = Actor.join(world, channel, "운영")
    await book.begin_round(starter)
    program = book.program(loopback)
    program.crash = CrashPoint(target, when)
    await program.start()
    assert await program.ended() == -9

    async with program:
        question = await shown(world, channel, "라운드 1/2")
        taken = await answer(starter, question, right=True)
        await starter.press(question, "끝내기")
        await shown(world, channel, "라운드 결과")

    assert "받았어요" in taken.text
    assert len(world.transcript.unprompted_in(channel.id)) == 2
    assert [item.answers for item in await book.items()] == [1]


async def test_a_press_at_the_instant_of_closing_counts_or_is_told_that_it_came_too_late(
    loopback: Loopback, channel: Channel, book: RoundBook
) -> None:
    world = loopback.world
    starter = Actor.join(world, channel, "운영")
    members = [Actor.join(world, channel, f"멤버{number}") for number in range(40)]
    await book.begin_round(starter)
    async with book.program(loopback):
        question = await shown(world, channel, "라운드 1/2")
        pressed = [answer(each, question, right=True) for each in members[:20]]
        stopped = starter.press(question, "끝내기")
        pressed += [answer(each, question, right=True) for each in members[20:]]
        told = await together(*pressed)
        await stopped
        await shown(world, channel, "라운드 결과")
        await world.until(lambda: "라운드 1/2 결과" in question.text, within=30.0)

    counted = sum("받았어요" in each.text for each in told)
    late = sum("마감됐어요" in each.text for each in told)
    assert counted + late == len(members)
    [item] = await book.items()
    assert item.answers == counted
