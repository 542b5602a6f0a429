"""Moderators learn why an answer was chosen, in words."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.discord_ui.words import voice
from tests.answers.real import KO, OURS, ask, newest, press, real_group, rows, teach
from tests.support.group import Group
from tests.support.told import answered, labels, words_of

EN = voice("en")


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """The group, with the real index."""
    async with real_group(tmp_path) as opened:
        yield opened


async def why(group: Group, question: str) -> str:
    """Ask as the moderator, and return the reasons."""
    message = await ask(group, group.moderator, question)
    return words_of(answered(await group.moderator.click(message, label=KO("answer-why"))))


async def test_it_names_what_was_recognised_and_how_sure_that_is(group: Group) -> None:
    words = await why(group, "ehzjrk anjdi")

    assert KO("why-answered", concept="도커") in words
    assert KO("why-name", name="도커") in words
    assert KO("why-read-as", text="도커") in words
    assert KO("why-no-meaning") in words
    assert KO("why-confidence-sure") in words


async def test_it_tells_what_no_note_has_and_why_there_is_no_answer(group: Group) -> None:
    words = await why(group, "도커 무지개표 설정")

    assert KO("why-gap") in words
    assert "무지개표" in words
    assert "답하지 않아요" in words


async def test_it_tells_the_context_and_what_was_taught(group: Group) -> None:
    await ask(group, group.moderator, "도커가 뭐야?")
    follow_up = await why(group, "장점은?")
    await teach(group, OURS, "docker")
    taught = await why(group, OURS)

    assert KO("why-previous", previous="도커") in follow_up
    assert KO("why-taught", phrase=OURS) in taught


async def test_it_tells_when_the_answer_would_be_another_by_now(group: Group) -> None:
    message = await ask(group, group.moderator, OURS)
    await teach(group, OURS, "docker")

    words = words_of(answered(await group.moderator.click(message, label=KO("answer-why"))))

    before, now = KO("why-gap"), KO("why-answered", concept="도커")
    assert KO("why-changed", before=before, now=now) in words


async def test_it_says_no_number_but_in_words(group: Group) -> None:
    words = await why(group, "하이퍼바이저가 뭐야?")

    assert not any(character.isdigit() for character in words)
    assert "%" not in words


async def test_members_see_no_button_on_private_answers_and_a_kind_no_on_public_ones(
    group: Group,
) -> None:
    private = await ask(group, group.mina, "도커가 뭐야?")
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")

    refused = await press(group, newest(group), KO("answer-why"), group.mina)
    told = await press(group, newest(group), KO("answer-why"))

    assert KO("answer-why") not in labels(private)
    assert answered(refused).content == KO("refusal-not-moderator")
    assert refused.ephemeral
    assert told.ephemeral
    assert KO("why-answered", concept="도커") in words_of(answered(told))


async def test_direct_messages_have_no_moderators(group: Group) -> None:
    await group.moderator.send_dm("도커가 뭐야?")

    assert KO("answer-why") not in labels(group.moderator.user.dm_channel.history()[-1])


async def test_the_button_works_after_a_restart_and_on_a_page_that_was_turned(
    group: Group,
) -> None:
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")
    await group.mina.click(newest(group), label=labels(newest(group))[0])
    await group.restart()

    told = await press(group, newest(group), KO("answer-why"))

    assert "도커가 뭐야?" in words_of(answered(told))


async def test_a_question_that_is_no_longer_kept_gets_a_sentence(group: Group) -> None:
    message = await ask(group, group.moderator, "도커가 뭐야?")
    async with group.bot.storage.work() as work:
        await work.session.execute(text("DELETE FROM question"))
        await work.commit()

    result = await group.moderator.click(message, label=KO("answer-why"))

    assert answered(result).content == KO("refusal-question-gone")
    assert await rows(group, "SELECT count(*) FROM question") == [(0,)]


async def test_it_speaks_english(group: Group) -> None:
    await group.moderator.slash(group.channel, "language", language="en")
    message = await ask(group, group.moderator, "What is Docker?")

    words = words_of(answered(await group.moderator.click(message, label=EN("answer-why"))))

    assert EN("why-answered", concept="Docker") in words
    assert EN("why-foot") in words


@pytest.mark.parametrize("odd", ["가" * 1900, "?", "@everyone", "**`[a](https://b.c)", "로\ud83d"])
async def test_odd_questions_are_explained_safely(group: Group, odd: str) -> None:
    await group.moderator.send(group.channel, f"{group.mention} {odd}")

    result = await press(group, newest(group), KO("answer-why"))

    message = answered(result)
    assert "@everyone" not in words_of(message)
    assert len(words_of(message)) < 4200
    assert not message.mention_everyone
