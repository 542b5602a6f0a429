"""Moderators look at the items that their server took, withdraw one, and take that back."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from tests.quiz.daily import Quiz, quiz_group, told
from tests.quiz.notes import SINGLE
from tests.support.inbox import open_inbox
from tests.support.told import answered, labels, words_of

OWN = {
    "stem": "커널은 창문이에요",
    "reason": "커널은 창문 아래에 있어요",
    "explanation": "커널은 OS의 가운데예요",
}


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have one item; it took one from Mina as well."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        await take(opened, OWN)
        yield opened


async def take(quiz: Quiz, fields: dict[str, str]) -> None:
    """Let Mina suggest an item, and a moderator accept it."""
    mina, moderator, channel = quiz.group.mina, quiz.group.moderator, quiz.group.channel
    form = await mina.slash(channel, "suggest", kind="suggest-false", concept="커널")
    await mina.submit_modal(form, fields)
    await moderator.click(await open_inbox(quiz.group), label="받아들이기")


async def listed(quiz: Quiz) -> discord.Message:
    """Open the list of what was taken, from the export."""
    exported = answered(await quiz.moderate("export"))
    opened = await quiz.group.moderator.click(exported, label="받아들인 제안 보기")
    return answered(opened)


async def press(quiz: Quiz, message: discord.Message, label: str) -> discord.Message:
    """Press a button of the list as it is by now; return what it shows then."""
    moderator = quiz.group.moderator
    await moderator.click(now(quiz, message), label=label)
    return now(quiz, message)


def now(quiz: Quiz, message: discord.Message) -> discord.Message:
    seen = quiz.group.channel.history(viewer=quiz.group.moderator)
    return next(m for m in seen if m.id == message.id)


async def test_what_was_taken_is_listed_with_who_suggested_it(group: Quiz) -> None:
    await take(group, {**OWN, "stem": "커널은 책상이에요"})

    opened = await listed(group)
    first = words_of(opened)
    second = words_of(await press(group, opened, "뒤"))

    assert "받아들인 제안 2개 중 1번째" in first
    assert "커널은 창문이에요" in first
    assert "미나" in first
    assert "커널은 책상이에요" in second


async def test_a_withdrawn_item_is_asked_no_longer(group: Quiz) -> None:
    opened = await listed(group)
    withdrawn = words_of(await press(group, opened, "그만 내기"))
    await group.begin(items=2)

    assert "내지 않을게요" in withdrawn
    assert [post for post in group.posts if "창문이에요" in words_of(post)] == []
    assert "받아들인 제안이 없어요" in told(await group.moderate("export"))


async def test_taking_it_back_asks_it_again(group: Quiz) -> None:
    opened = await listed(group)
    await press(group, opened, "그만 내기")
    restored = words_of(await press(group, opened, "되돌리기"))
    await group.begin(items=2)

    assert "다시 퀴즈에 나올 수 있어요" in restored
    assert len([post for post in group.posts if "창문이에요" in words_of(post)]) == 1


async def test_what_is_open_when_it_is_withdrawn_can_still_be_answered(group: Quiz) -> None:
    await group.begin(items=2)
    [own] = [post for post in group.posts if "창문이에요" in words_of(post)]
    await press(group, await listed(group), "그만 내기")

    given = await group.group.jun.click(own, label="아니에요")

    assert "맞았어요" in told(given)


async def test_who_withdraws_second_is_told_that_it_is_done(group: Quiz) -> None:
    first, second = await listed(group), await listed(group)
    await press(group, first, "그만 내기")

    late = await press(group, second, "그만 내기")

    assert "이미 내지 않는" in words_of(late)
    assert "되돌리기" not in labels(late)
