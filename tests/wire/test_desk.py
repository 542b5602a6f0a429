"""An appeal through kills: sent once, accepted once, marked anew, told, nothing lost or doubled."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from bot.quiz.desk.buttons import accept
from bot.quiz.desk.model import CaseKind
from bot.quiz.desk.store import aliases, appeals
from bot.quiz.store import answers
from bot.storage.work import Storage
from tests.quiz.notes import SHORT, notes_in
from tests.wire.crashpoints import CrashPoint
from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.program import Program
from tests.wire.quiz import QuizBook
from tests.wire.server import Loopback
from tests.wire.world import World

When = Literal["before", "after"]
ANSWER, APPEAL = "중심부", "제 답도 맞지 않나요?"
ITEM = "kernel-name"

SENDING: list[tuple[str, str, When, int]] = [
    ("stored, not committed", "bot.quiz.desk.store.appeals:add", "after", 1),
    ("committed, not told", "bot.discord_ui.replies:answer", "before", 1),
    ("told", "bot.discord_ui.replies:answer", "after", 1),
]
ACCEPTING: list[tuple[str, str, When, int]] = [
    ("decided, not committed", "bot.quiz.desk.store.appeals:decide", "after", 1),
    ("alias stored, not committed", "bot.quiz.desk.store.aliases:add", "after", 1),
    ("marked anew, not committed", "bot.quiz.store.remarking:turn_right", "after", 1),
    ("news kept, not committed", "bot.quiz.desk.store.aliases:keep_news", "after", 1),
    # The first screen in place of another is the case itself.
    ("committed, not told", "bot.discord_ui.replies:turn", "before", 2),
    ("told", "bot.discord_ui.replies:turn", "after", 2),
]


@pytest.fixture
def book(tmp_path: Path, channel: Channel) -> QuizBook:
    return QuizBook(tmp_path, channel, notes_in(tmp_path / "content", SHORT))


@pytest.fixture
def members(world: World, channel: Channel) -> list[Actor]:
    return [Actor.join(world, channel, name) for name in ("민지", "준", "서연")]


@pytest.fixture
def moderator(world: World, channel: Channel) -> Actor:
    assert channel.guild is not None
    role = world.add_role(
        channel.guild, "운영진", Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES
    )
    return Actor.join(world, channel, "지우", role)


async def question_in(world: World, channel: Channel) -> Message:
    await world.until(lambda: bool(world.transcript.unprompted_in(channel.id)))
    return world.transcript.unprompted_in(channel.id)[0]


async def answer(member: Actor, question: Message, text: str = ANSWER) -> Interaction:
    form = await member.press(question, "답 적기").acknowledged()
    return await member.submit(form, answer=text)


async def appealing(member: Actor, verdict: Interaction) -> Interaction:
    """Open the form of an appeal, and send it; return what may never be answered."""
    form = await member.press(verdict.reply, APPEAL).acknowledged()
    return member.submit(form, sentence="책에 그렇게 나와요")


async def case_of(world: World, moderator: Actor) -> Message:
    """Open the inbox, then its appeals."""
    shown = (await moderator.slash("inbox")).reply
    await moderator.press(shown, "이의 1")
    await world.until(lambda: ANSWER in shown.text)
    return shown


async def dies(program: Program, point: CrashPoint) -> None:
    program.crash = point
    await program.start()
    await program.ready()


@pytest.mark.parametrize(
    ("target", "when", "nth"), [each[1:] for each in SENDING], ids=[each[0] for each in SENDING]
)
async def test_a_kill_while_an_appeal_is_sent_leaves_one_appeal(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    channel: Channel,
    book: QuizBook,
    members: list[Actor],
    moderator: Actor,
) -> None:
    await book.begin()
    async with book.program(loopback) as program:
        verdict = await answer(members[0], await question_in(loopback.world, channel))
    await dies(program, CrashPoint(target, when, nth))
    await appealing(members[0], verdict)
    assert await program.ended() == -9

    async with program:
        pressed = await members[0].press(verdict.reply, APPEAL).acknowledged()
        if pressed.modal is not None:
            pressed = await members[0].submit(pressed, sentence="책에 그렇게 나와요")
        shown = await case_of(loopback.world, moderator)

    assert "운영자에게 전했어요" in pressed.text
    assert "할 일 1개 중 1번째" in shown.text
    async with Storage(book.url) as storage, storage.reading() as work:
        assert len(await appeals.waiting(work, book.guild, 10)) == 1


@pytest.mark.parametrize(
    ("target", "when", "nth"), [each[1:] for each in ACCEPTING], ids=[each[0] for each in ACCEPTING]
)
async def test_a_kill_while_it_is_accepted_marks_everybody_anew_once(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    channel: Channel,
    book: QuizBook,
    members: list[Actor],
    moderator: Actor,
) -> None:
    world = loopback.world
    await book.begin()
    async with book.program(loopback) as program:
        question = await question_in(world, channel)
        verdicts = [await answer(each, question) for each in members[:2]]
        verdicts.append(await answer(members[2], question, "쉘"))
        await (await appealing(members[0], verdicts[0]))
    await dies(program, CrashPoint(target, when, nth))
    shown = await case_of(world, moderator)
    moderator.press(shown, "받아들이기")
    assert await program.ended() == -9

    async with program:
        # The last thing seen may be the case, or that it is accepted.
        await moderator.press(shown, accept(CaseKind.APPEAL, 1), forged=True)
        await world.until(lambda: "받아들였어요" in shown.text or "맞는 답으로" in shown.text)
        looked = [await each.press(question, "답 적기") for each in members]
        again = await members[1].press(question, "답 적기")

    assert [("맞았어요" in each.text) for each in looked] == [True, True, False]
    assert ["바뀌었어요" in each.text for each in looked] == [True, True, False]
    assert "바뀌었어요" not in again.text
    async with Storage(book.url) as storage, storage.reading() as work:
        place = (book.guild, ITEM)
        [item] = await book.asked()
        counted = (await answers.counted(work, [item.number]))[item.number]
        assert await aliases.of_items(work, [place]) == {place: (ANSWER,)}
        assert sum(each.members for each in counted) == 3
        assert sum(each.members for each in counted if each.is_right) == 2
        assert await appeals.waiting(work, book.guild, 10) == []


async def test_news_that_a_kill_kept_from_its_member_is_told_at_the_next_reply(
    loopback: Loopback,
    channel: Channel,
    book: QuizBook,
    members: list[Actor],
    moderator: Actor,
) -> None:
    world = loopback.world
    await book.begin()
    async with book.program(loopback) as program:
        question = await question_in(world, channel)
        await (await appealing(members[0], await answer(members[0], question)))
        shown = await case_of(world, moderator)
        await moderator.press(shown, "받아들이기")
        await world.until(lambda: "맞는 답으로" in shown.text)
    await dies(program, CrashPoint("bot.quiz.desk.store.aliases:take_news", "after"))
    members[0].press(question, "답 적기")
    assert await program.ended() == -9

    async with program:
        told = await members[0].press(question, "답 적기")

    assert "맞았어요" in told.text
    assert "바뀌었어요" in told.text
