"""/review and practice in a study group: one private item after another."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.discord_ui.refusals import OldButton
from bot.ids import GuildId, MemberId
from bot.quiz.model import Given
from bot.review import service
from bot.review.model import TurnGone
from tests.quiz.daily import Quiz, quiz_group, told
from tests.quiz.notes import MULTIPLE, SHORT, SINGLE, TRUE_FALSE
from tests.review.rounds import (
    NEXT_DAY,
    ONLY_TODAY,
    give,
    missed_today,
    now_shown,
    press,
    private,
    review,
    wait,
)
from tests.support.told import answered, labels, words_of


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have one item."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        yield opened


@pytest.fixture
async def every_kind(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have an item of each kind, none of them asked."""
    async with quiz_group(tmp_path, SINGLE, MULTIPLE, TRUE_FALSE, SHORT) as opened:
        yield opened


async def test_what_was_missed_comes_back_the_next_day_privately(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)

    shown = await review(quiz, mina)

    assert "복습 1/1" in told(shown)
    assert "커널은 무엇을 나눠 줄까요?" in told(shown)
    assert private(quiz, quiz.group.jun) == []


async def test_an_answer_is_judged_in_place_then_told_how_sure_then_the_round_ends(
    quiz: Quiz,
) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    shown = await review(quiz, mina)
    before = len(private(quiz, mina))

    await give(mina, shown, "하드웨어")
    assert "맞았어요" in now_shown(quiz, mina)
    await press(mina, shown, "확실해요")
    assert "적어 뒀어요" in now_shown(quiz, mina)
    await press(mina, shown, "마치기")

    assert "1문제 중 1문제를 맞혔어요" in now_shown(quiz, mina)
    assert len(private(quiz, mina)) == before


async def test_what_is_known_now_is_not_due_tomorrow_but_later(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    shown = await review(quiz, mina)
    await give(mina, shown, "하드웨어")

    again = await review(quiz, mina)
    assert "다 풀어 봤어요" in told(again)

    await wait(quiz, timedelta(days=4))
    assert "복습 1/1" in told(await review(quiz, mina))


async def test_a_right_guess_comes_back_tomorrow(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    shown = await review(quiz, mina)
    await give(mina, shown, "하드웨어")
    await press(mina, shown, "찍었어요")

    await wait(quiz, NEXT_DAY)

    assert "복습 1/1" in told(await review(quiz, mina))


async def test_the_first_answer_of_a_turn_counts_however_often_it_is_pressed(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    shown = await review(quiz, mina)
    again = await review(quiz, mina)
    await give(mina, shown, "창문")

    await give(mina, again, "하드웨어")

    assert "아쉽지만" in now_shown(quiz, mina)
    assert "내 답: **" in now_shown(quiz, mina)
    assert "창문" in now_shown(quiz, mina)


async def test_an_item_survives_a_restart_in_the_middle(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    shown = await review(quiz, mina)

    await quiz.group.restart()
    await give(mina, shown, "하드웨어")
    await quiz.group.restart()
    await press(mina, shown, "마치기")

    assert "복습을 마쳤어요" in now_shown(quiz, mina)


async def test_what_is_open_in_the_daily_quiz_is_not_told_here(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await quiz.begin()
    wrong = next(label for label in "ABC" if f"{label}. 창문" in words_of(quiz.post))
    await quiz.give(mina, wrong)
    # The next day the same item is asked again, and waits for an answer.
    await wait(quiz, NEXT_DAY)

    assert "다 풀어 봤어요" in told(await review(quiz, mina))


async def test_a_hidden_verdict_is_not_told_before_closing(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await quiz.begin(days=ONLY_TODAY, hide=True)
    await quiz.give(mina, "A")

    assert "다 풀어 봤어요" in told(await review(quiz, mina))


async def test_with_nothing_due_unseen_items_are_offered_one_after_another(
    every_kind: Quiz,
) -> None:
    seo = every_kind.group.seo
    shown = await review(every_kind, seo)
    assert "오늘 다시 볼 문제는 없어요" in told(shown)

    seen = []
    for place in range(1, 5):
        words = now_shown(every_kind, seo)
        assert f"연습 {place}/4" in words
        seen.append(words.split("**")[1])
        await answer_any(every_kind)
        await press(seo, shown, "마치기" if place == 4 else "다음 문제")

    assert len(set(seen)) == 4
    assert "연습을 마쳤어요" in now_shown(every_kind, seo)
    assert "4문제 중" in now_shown(every_kind, seo)


async def answer_any(quiz: Quiz) -> None:
    """Answer whatever stands in Seo's newest private message."""
    seo = quiz.group.seo
    message = private(quiz, seo)[-1]
    names = labels(message)
    if "답 적기" in names:
        opened = await seo.click(message, label="답 적기")
        await seo.submit_modal(opened, {"answer": "커널"})
    elif not names:
        await seo.select(message, ["0", "1"])
    else:
        await seo.click(message, label=names[0])


async def test_practice_does_not_count_as_the_daily_answer(quiz: Quiz) -> None:
    mina = quiz.group.mina
    shown = await press(mina, await mina.slash(quiz.group.channel, "quiz"), "안 푼 문제 연습하기")
    await give(mina, shown, "창문")
    await quiz.begin()

    wanted = next(label for label in "ABC" if f"{label}. 하드웨어" in words_of(quiz.post))
    first = await quiz.give(mina, wanted)

    assert "맞았어요" in told(first)


async def test_the_quiz_command_offers_practice_beside_the_item_and_the_answer(
    quiz: Quiz,
) -> None:
    mina = quiz.group.mina
    nothing = await mina.slash(quiz.group.channel, "quiz")
    await quiz.begin()
    item = await mina.slash(quiz.group.channel, "quiz")
    await quiz.give(mina, "A")
    own = await mina.slash(quiz.group.channel, "quiz")

    for result in (nothing, item, own):
        assert labels(answered(result))[-1] == "안 푼 문제 연습하기"


async def test_everything_seen_is_said_kindly(quiz: Quiz) -> None:
    mina = quiz.group.mina
    shown = await review(quiz, mina)
    await give(mina, shown, "하드웨어")

    assert "다 풀어 봤어요" in told(await review(quiz, mina))


async def test_reviews_speak_english_too(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, SINGLE) as quiz:
        mina = quiz.group.mina
        await mina.slash(quiz.group.channel, "language", language="en")

        shown = await review(quiz, mina)

        assert "Nothing is due today" in told(shown)
        assert "What does the kernel share out?" in told(shown)


async def test_the_message_of_somebody_else_or_of_another_server_is_refused(quiz: Quiz) -> None:
    mina, jun = quiz.group.mina, quiz.group.jun
    await review(quiz, mina)
    guild, now = GuildId(quiz.group.guild.id), quiz.group.clock.now()
    given = Given(frozenset({0}))
    async with quiz.group.bot.storage.work() as work:
        for where, who in ((guild, MemberId(jun.id)), (GuildId(1), MemberId(mina.id))):
            with pytest.raises(TurnGone):
                await service.answer(work, where, who, 1, given, now=now)
        forged = Given(frozenset({99}))
        with pytest.raises(OldButton):
            await service.answer(work, guild, MemberId(mina.id), 1, forged, now=now)
