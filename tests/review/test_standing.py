"""/me and the leaderboard in a study group: mine alone, and only of those who chose it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.quiz.daily import Quiz, option, quiz_group, told
from tests.quiz.notes import SINGLE
from tests.review.rounds import press, wait
from tests.support.told import answered, words_of

DAY = timedelta(days=1)


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose item of the day was posted."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        await opened.begin()
        yield opened


async def right(quiz: Quiz, *members: str) -> None:
    for name in members:
        await quiz.give(getattr(quiz.group, name), option(quiz.post, "하드웨어"))


async def test_a_record_is_drawn_and_says_the_same_in_words_to_its_member_alone(
    quiz: Quiz,
) -> None:
    mina = quiz.group.mina
    first = await quiz.give(mina, option(quiz.post, "하드웨어"))
    await mina.click(answered(first), label="확실해요")

    shown = await mina.slash(quiz.group.channel, "me")

    assert "1일 이어서 풀었어요" in told(shown)
    assert "1문제 중 1문제" in told(shown)
    assert "운영체제 — 1/1 (100 %)" in told(shown)
    assert "‘확실해요’라고 하고 맞힌 답 — 1/1 (100 %)" in told(shown)
    (picture,) = answered(shown).attachments
    assert picture.description is not None
    assert "운영체제 1/1 (100 %)" in picture.description
    assert Image.open(BytesIO(await picture.read())).width == 1000
    seen_by_jun = quiz.group.channel.history(viewer=quiz.group.jun)
    assert not any("1일 이어서" in words_of(each) for each in seen_by_jun)


async def test_days_in_a_row_count_over_days_with_a_quiz(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await right(quiz, "mina")
    await wait(quiz, DAY)
    await right(quiz, "mina")
    await quiz.moderate("schedule pause", schedule="1")
    await wait(quiz, 5 * DAY)
    await quiz.moderate("schedule resume", schedule="1")
    await wait(quiz, DAY)

    # Today's is open, and not answered yet.
    assert "2일 이어서 풀었어요" in told(await mina.slash(quiz.group.channel, "me"))
    await right(quiz, "mina")
    assert "3일 이어서 풀었어요" in told(await mina.slash(quiz.group.channel, "me"))


async def test_who_answered_nothing_is_told_how_to_begin(quiz: Quiz) -> None:
    shown = await quiz.group.jun.slash(quiz.group.channel, "me")

    assert "아직 푼 문제가 없어요" in told(shown)
    assert answered(shown).attachments == []


async def test_the_leaderboard_shows_only_who_chose_to_be_on_it(quiz: Quiz) -> None:
    mina, jun = quiz.group.mina, quiz.group.jun
    await right(quiz, "mina", "jun")
    own = await mina.slash(quiz.group.channel, "me")
    board = await press(mina, own, "이번 주 순위")
    assert "아직 순위에 나온 사람이 없어요" in told(board)

    joined = await press(mina, board, "나도 순위에 나오기")
    assert "1위 미나 — 1문제 중 1문제" in told(joined)

    seen = await press(jun, await jun.slash(quiz.group.channel, "me"), "이번 달 순위")
    assert "1위 미나" in told(seen)
    assert "준호" not in told(seen)


async def test_who_leaves_the_leaderboard_is_gone_from_it(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await right(quiz, "mina")
    board = await press(mina, await mina.slash(quiz.group.channel, "me"), "이번 주 순위")
    joined = await press(mina, board, "나도 순위에 나오기")

    left = await press(mina, joined, "순위에서 빠지기")

    assert "아직 순위에 나온 사람이 없어요" in told(left)


async def test_who_left_the_server_is_named_so(quiz: Quiz) -> None:
    mina, jun = quiz.group.mina, quiz.group.jun
    await right(quiz, "mina")
    board = await press(mina, await mina.slash(quiz.group.channel, "me"), "이번 주 순위")
    await press(mina, board, "나도 순위에 나오기")
    quiz.group.env.backend.remove_member(quiz.group.guild.id, mina.id)

    seen = await press(jun, await jun.slash(quiz.group.channel, "me"), "이번 주 순위")

    assert "1위 나간 멤버" in told(seen)


async def test_a_record_speaks_english_too(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await right(quiz, "mina")
    await mina.slash(quiz.group.channel, "language", language="en")

    assert "1 day in a row" in told(await mina.slash(quiz.group.channel, "me"))
