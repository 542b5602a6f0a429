"""The real program's daily quiz through kills, and with many members at the same instant."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from tests.quiz.notes import SHORT, SINGLE, notes_in
from tests.wire.crashpoints import CrashPoint
from tests.wire.interactions import Interaction
from tests.wire.members import Actor, together
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.quiz import QuizBook
from tests.wire.server import Loopback
from tests.wire.world import World

When = Literal["before", "after"]
RIGHT, WRONG = "하드웨어", "창문"
IN_A_MOMENT = timedelta(seconds=1.5)

ASKING: list[tuple[str, str, When]] = [
    ("items picked, nothing stored", "bot.quiz.store.asked:add", "before"),
    ("items stored, not committed", "bot.quiz.store.asked:add", "after"),
    ("claimed, not committed", "bot.posts.store:claim", "after"),
    ("claim committed", "bot.posts.sender:Sender._carry", "before"),
    ("just before the request", "discord.http:HTTPClient.send_message", "before"),
    ("Discord acted", "discord.http:HTTPClient.send_message", "after"),
]
CLOSING: list[tuple[str, str, When]] = [
    ("closed, not committed", "bot.quiz.store.asked:close_of", "after"),
    ("counted, not committed", "bot.quiz.store.asked:note_counts", "after"),
    ("closing committed", "bot.posts.sender:Sender.start_due", "before"),
    ("next one posted", "bot.posts.delivery:DiscordDelivery.send", "after"),
    ("before the figure", "bot.posts.delivery:DiscordDelivery.edit", "before"),
    ("figure shown", "bot.posts.delivery:DiscordDelivery.edit", "after"),
]


@pytest.fixture
def book(tmp_path: Path, channel: Channel) -> QuizBook:
    return QuizBook(tmp_path, channel, notes_in(tmp_path / "content", SINGLE))


def posts(world: World, channel: Channel) -> list[Message]:
    return world.transcript.unprompted_in(channel.id)


async def posted(world: World, channel: Channel, count: int = 1) -> Message:
    """Wait for the ``count``-th post of the program's own accord."""
    await world.until(lambda: len(posts(world, channel)) >= count)
    return posts(world, channel)[count - 1]


async def closed(world: World, message: Message) -> None:
    """Wait until ``message`` shows its result."""
    await world.until(lambda: "퀴즈 결과" in message.text, within=30.0)


def press(member: Actor, question: Message, choice: str) -> Interaction:
    """Press the button of the option that says ``choice``."""
    line = next(line for line in question.text.splitlines() if line.endswith(f". {choice}"))
    return member.press(question, line[0])


@pytest.mark.parametrize(("target", "when"), [a[1:] for a in ASKING], ids=[a[0] for a in ASKING])
async def test_a_kill_at_any_step_of_asking_asks_once(
    target: str, when: When, loopback: Loopback, channel: Channel, book: QuizBook
) -> None:
    await book.begin()
    program = book.program(loopback)
    program.crash = CrashPoint(target, when)
    await program.start()
    assert await program.ended() == -9

    async with program:
        question = await posted(loopback.world, channel)
        member = Actor.join(loopback.world, channel, "민지")
        told = await press(member, question, RIGHT)

    assert "맞았어요" in told.text
    assert len(posts(loopback.world, channel)) == 1
    assert len(await book.asked()) == 1


@pytest.mark.parametrize(("target", "when"), [c[1:] for c in CLOSING], ids=[c[0] for c in CLOSING])
async def test_a_kill_at_any_step_of_closing_closes_once_and_counts_everyone(
    target: str, when: When, loopback: Loopback, channel: Channel, book: QuizBook
) -> None:
    world = loopback.world
    members = [Actor.join(world, channel, f"멤버{number}") for number in range(5)]
    await book.begin()
    async with book.program(loopback) as program:
        question = await posted(world, channel)
        taken = await together(*[press(each, question, RIGHT) for each in members[:3]])
        taken += await together(*[press(each, question, WRONG) for each in members[3:]])
    await book.next_day()
    program.crash = CrashPoint(target, when)
    await program.start()
    assert await program.ended() == -9

    async with program:
        following = await posted(world, channel, 2)
        await closed(world, question)
        mine = await members[3].press(question, "내 답과 해설")

    assert all("내 답: " in each.text for each in taken)
    assert "5명이 답했고, 3명(60 %)이 맞혔어요." in question.text
    assert [each["filename"] for each in question.attachments] == ["quiz-result.png"]
    assert "지난 문제는 5명 중 3명(60 %)이 맞혔어요." in following.text
    assert "창문은 커널 위에 있어요." in mine.text
    assert len(posts(world, channel)) == 2


async def test_an_answer_that_was_told_survives_a_kill_at_that_instant(
    loopback: Loopback, channel: Channel, book: QuizBook
) -> None:
    world = loopback.world
    member = Actor.join(world, channel, "민지")
    await book.begin()
    async with book.program(loopback) as program:
        question = await posted(world, channel)
        await press(member, question, WRONG)
        await program.restart()

        again = await press(member, question, RIGHT)

    assert "내 답과 해설" in again.text
    assert "창문은 커널 위에 있어요." in again.text


async def test_each_of_many_at_the_same_instant_counts_once_though_all_press_twice(
    loopback: Loopback, channel: Channel, book: QuizBook
) -> None:
    world = loopback.world
    members = [Actor.join(world, channel, f"멤버{number}") for number in range(40)]
    await book.begin()
    async with book.program(loopback):
        question = await posted(world, channel)
        pressed = [press(each, question, RIGHT) for each in members]
        pressed += [press(each, question, WRONG) for each in members]
        told = await together(*pressed)
        await world.until(lambda: "지금까지 40명이 답했어요." in question.text, within=30.0)

    assert all(each.ephemeral for each in told)
    [item] = await book.asked()
    assert await book.stored(item.number) == 40


async def test_a_press_at_the_instant_of_closing_counts_or_is_told_that_it_came_too_late(
    loopback: Loopback, channel: Channel, book: QuizBook
) -> None:
    world = loopback.world
    members = [Actor.join(world, channel, f"멤버{number}") for number in range(60)]
    await book.begin()
    async with book.program(loopback):
        question = await posted(world, channel)
    # A slow machine starts slowly: the next day must not be over before anybody can press.
    await book.next_day(timedelta(seconds=6))
    labels = {line[-len(RIGHT) :]: line[0] for line in question.text.splitlines() if line}
    control = question.control(labels[RIGHT])
    assert control is not None
    async with book.program(loopback) as program:
        assert program.running
        told = []
        for member in members:
            # By its custom id: what is on a member's screen may be a moment old.
            told.append(member.press(question, control["custom_id"], forged=True))
            await asyncio.sleep(0.15)
        await together(*told)
        await closed(world, question)

    [item, _] = await book.asked()
    counted = sum("맞았어요" in each.text for each in told)
    late = sum("마감됐어요" in each.text for each in told)
    assert counted + late == len(members)
    assert await book.stored(item.number) == counted
    assert item.answers == counted
    assert f"{counted}명" in question.text


async def test_a_short_answer_is_written_after_a_restart(
    loopback: Loopback, channel: Channel, tmp_path: Path
) -> None:
    world = loopback.world
    member = Actor.join(world, channel, "민지")
    book = QuizBook(tmp_path, channel, notes_in(tmp_path / "content", SHORT))
    await book.begin()
    async with book.program(loopback) as program:
        question = await posted(world, channel)
        form = await member.press(question, "답 적기").acknowledged()
        await program.restart()

        told = await member.submit(form, answer="커널이요")

    assert "맞았어요" in told.text
