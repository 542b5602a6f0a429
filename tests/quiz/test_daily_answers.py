"""Answering in a group: once, at once, privately; kindly when it cannot be."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.ids import GuildId, MemberId
from bot.quiz import service
from bot.quiz.buttons import chosen, concept, mine, picked, sure, write
from bot.quiz.model import Sureness
from tests.quiz.daily import DAY, Quiz, option, told
from tests.quiz.notes import EVERY_KIND, MULTIPLE, SHORT, SINGLE, TRUE_FALSE
from tests.support.told import answered, labels, words_of

Groups = Callable[..., AbstractAsyncContextManager[Quiz]]
ALIEN = 900_719


async def test_a_right_answer_is_told_so_with_the_explanation_and_the_concept(quiz: Quiz) -> None:
    result = await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))

    said = told(result)
    assert answered(result).embeds[0].title == "맞았어요"
    assert "커널은 하드웨어를 나눠 줘요." in said
    assert "출처: 노트 「운영체제」" in said
    assert labels(answered(result)) == ["찍었어요", "긴가민가", "확실해요", "커널 다시 보기"]


async def test_a_wrong_answer_is_told_why_that_choice_is_wrong_and_what_is_right(
    quiz: Quiz,
) -> None:
    said = told(await quiz.give(quiz.group.mina, option(quiz.post, "창문")))

    assert "아쉽지만 아니에요" in said
    assert "창문은 커널 위에 있어요." in said
    assert "인터넷은 밖에 있어요." not in said
    assert f"정답: **{option(quiz.post, '하드웨어')}. 하드웨어**" in said


async def test_pressing_again_shows_the_first_answer_and_changes_nothing(quiz: Quiz) -> None:
    await quiz.give(quiz.group.mina, option(quiz.post, "창문"))

    again = await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))

    assert answered(again).embeds[0].title == "내 답과 해설"
    assert "창문**" in told(again)


async def test_every_choice_of_several_is_needed(a_group: Groups) -> None:
    async with a_group(MULTIPLE) as quiz:
        await quiz.begin()
        mina, jun, seo = quiz.group.mina, quiz.group.jun, quiz.group.seo

        some = told(await mina.select(quiz.post, ["0"]))
        wrong = told(await jun.select(quiz.post, ["0", "1", "2"]))
        right = told(await seo.select(quiz.post, ["1", "0"]))
        again = told(await mina.select(quiz.post, ["0", "1"]))

        assert "도 답이에요." in some
        assert "책상은 커널이 몰라요." in wrong
        assert "맞았어요" in right
        assert "내 답과 해설" in again
        await quiz.wait(DAY)
        result = words_of(quiz.posts[0])
        assert "3명이 답했고, 1명(33 %)이 맞혔어요." in result
        assert "메모리: 3명 (100 %) · 정답" in result


async def test_true_or_false_is_answered_in_words(a_group: Groups) -> None:
    async with a_group(TRUE_FALSE) as quiz:
        await quiz.begin()

        wrong = told(await quiz.give(quiz.group.mina, "아니에요"))
        right = told(await quiz.give(quiz.group.jun, "맞아요"))

        assert "커널이 바로 그 가운데예요." in wrong
        assert "정답: **맞아요**" in wrong
        assert "맞았어요" in right


async def test_a_short_answer_is_typed_and_marked_by_what_it_means(a_group: Groups) -> None:
    async with a_group(SHORT) as quiz:
        await quiz.begin()

        right = told(await quiz.write(quiz.group.mina, "정답은 커널이요!"))
        english = told(await quiz.write(quiz.group.jun, "Kernel"))
        wrong = told(await quiz.write(quiz.group.seo, "쉘 **@everyone**"))
        opened = await quiz.give(quiz.group.mina, "답 적기")

        assert "맞았어요" in right
        assert "맞았어요" in english
        assert "아쉽지만 아니에요" in wrong
        assert "정답: **커널**" in wrong
        assert "@everyone" not in wrong
        assert opened.modal is None
        assert "내 답과 해설" in told(opened)


async def test_an_empty_short_answer_is_not_taken(a_group: Groups) -> None:
    async with a_group(SHORT) as quiz:
        await quiz.begin()

        assert "비어 있어요" in told(await quiz.write(quiz.group.mina, "   "))
        assert "맞았어요" in told(await quiz.write(quiz.group.mina, "커널"))


async def test_how_sure_one_was_is_kept_in_the_same_message(quiz: Quiz) -> None:
    group = quiz.group
    result = await quiz.give(group.mina, option(quiz.post, "하드웨어"))

    assert result.response is not None
    noted = await group.mina.click(result.response, label="긴가민가")
    await group.mina.click(result.response, label="확실해요")

    assert "적어 뒀어요" in told(noted)
    async with group.bot.storage.reading() as work:
        [kept] = await service.answers_of(
            work, GuildId(group.guild.id), MemberId(group.mina.id), since=group.env.now() - DAY
        )
    assert kept.sureness is Sureness.SURE


async def test_where_the_verdict_is_hidden_it_is_told_after_closing(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.begin(hide=True)
        mina = quiz.group.mina

        early = told(await quiz.give(mina, option(quiz.post, "창문")))
        again = told(await quiz.give(mina, option(quiz.post, "하드웨어")))
        await quiz.wait(DAY)
        late = told(await mina.click(quiz.posts[0], label="내 답과 해설"))

        for said in (early, again):
            assert "받았어요" in said
            assert "정답" not in said.replace("정답-숨김", "")
            assert "창문은" not in said
        assert "창문은 커널 위에 있어요." in late


async def test_after_closing_an_old_button_says_so_kindly(quiz: Quiz) -> None:
    group, before = quiz.group, quiz.post
    letter = option(before, "하드웨어")
    await quiz.give(group.mina, letter)
    await quiz.wait(DAY)

    number = 1
    mine_again = await press(group.mina, quiz, picked(1, number, 0))
    late = await press(group.jun, quiz, picked(1, number, 0))

    assert "내 답과 해설" in told(mine_again)
    assert "마감됐어요" in told(late)


async def press(member: MemberActor, quiz: Quiz, custom_id: str) -> InteractionResult:
    """Press a component that an old or forged message carries."""
    backend = quiz.group.env.backend
    message = backend.messages[quiz.group.channel.id][quiz.post.id]
    kept = message.components
    kind = 3 if ":quiz-choose:" in custom_id else 2
    part = {"type": kind, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
    if kind == 3:
        part = {"type": 3, "custom_id": custom_id, "options": [{"label": "x", "value": "9x"}]}
    message.components = [{"type": 1, "components": [part]}]
    try:
        if kind == 3:
            return await member.select(quiz.post, ["9x"], custom_id=custom_id)
        return await member.click(quiz.post, custom_id=custom_id)
    finally:
        message.components = kept


@pytest.mark.parametrize(
    ("custom_id", "sentence"),
    [
        (picked(1, 1, 9), "이제 쓸 수 없어요"),
        (picked(1, ALIEN, 0), "찾을 수 없어요"),
        (chosen(1, 1), "이제 쓸 수 없어요"),
        (write(1, 1), "이제 쓸 수 없어요"),
        (write(1, ALIEN), "찾을 수 없어요"),
        (sure(1, 1), "아직 이 문제에 답하지 않았어요"),
        (sure(1, 7), "이제 쓸 수 없어요"),
        (mine(1, 1), "아직 이 문제에 답하지 않았어요"),
        (mine(1, ALIEN), "찾을 수 없어요"),
        (concept(1, ALIEN), "이제 노트에 없어요"),
        ("1:quiz-pick:1:1", "이제 쓸 수 없어요"),
    ],
)
async def test_a_forged_press_gets_a_kind_sentence_and_stores_nothing(
    quiz: Quiz, custom_id: str, sentence: str
) -> None:
    said = told(await press(quiz.group.mina, quiz, custom_id))

    assert sentence in said
    again = told(await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어")))
    assert "맞았어요" in again
    assert "내 답과 해설" not in again


async def test_another_servers_question_is_nobodys_here(quiz: Quiz) -> None:
    group = quiz.group
    elsewhere = group.env.create_guild("다른 서버")
    channel = elsewhere.create_text_channel("잡담")
    stranger = elsewhere.add_member(group.env.create_user("나그네"))

    answer = await stranger.slash(channel, "quiz")

    assert "열린 문제가 없어요" in told(answer)


async def test_a_member_may_answer_from_their_own_command(quiz: Quiz) -> None:
    group = quiz.group

    shown = await group.mina.slash(group.channel, "quiz")
    assert shown.response is not None
    taken = await group.mina.click(shown.response, label=option(answered(shown), "하드웨어"))
    again = await group.mina.slash(group.channel, "quiz")

    assert answered(shown).flags.ephemeral
    assert "맞았어요" in told(taken)
    assert "내 답과 해설" in told(again)
    await quiz.wait(timedelta(seconds=10))
    assert "지금까지 1명이 답했어요." in words_of(quiz.post)


async def test_without_an_open_question_it_says_so(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        said = told(await quiz.group.mina.slash(quiz.group.channel, "quiz"))

        assert "열린 문제가 없어요" in said


async def test_the_concept_is_opened_as_if_it_had_been_asked_for(quiz: Quiz) -> None:
    result = await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))
    assert result.response is not None

    opened = await quiz.group.mina.click(result.response, label="커널 다시 보기")

    assert "커널 · Kernel" in told(opened)
    assert "채널에 공유" in labels(answered(opened))


async def test_a_member_is_answered_in_their_own_language(a_group: Groups) -> None:
    async with a_group(*EVERY_KIND.values()) as quiz:
        group = quiz.group
        await group.mina.slash(group.channel, "language", language="en")
        await quiz.begin(items=4)

        for post in quiz.posts:
            names = labels(post)
            if not names:
                said = told(await group.mina.select(post, ["2"]))
            elif names == ["답 적기"]:
                opened = await group.mina.click(post, label="답 적기")
                said = told(await group.mina.submit_modal(opened, {"answer": "shell"}))
            else:
                wrong = "아니에요" if "아니에요" in names else option(post, "창문")
                said = told(await group.mina.click(post, label=wrong))
            assert "Not quite" in said
            assert "The answer: " in said
            assert not any("가" <= letter <= "힣" for letter in said.replace("커널", ""))


async def test_a_second_a_late_and_a_forged_press_are_told_in_english_too(a_group: Groups) -> None:
    async with a_group(SINGLE, locale="en-US") as quiz:
        group = quiz.group
        await group.moderator.slash(group.channel, "settings language", language="en")
        await quiz.begin()
        mina, jun = quiz.group.mina, quiz.group.jun
        letter = option(quiz.post, "The hardware")
        await quiz.give(mina, letter)

        again = told(await quiz.give(mina, letter))
        forged = told(await press(jun, quiz, picked(1, ALIEN, 0)))
        await quiz.wait(DAY)
        late = told(await press(jun, quiz, picked(1, 1, 0)))

        assert "My answer and why" in again
        assert "find" in forged
        assert "closed" in late
        for said in (again, forged, late):
            assert not any("가" <= sign <= "힣" for sign in said.replace("커널", ""))
