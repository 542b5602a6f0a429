"""“제 답도 맞지 않나요?” in a study group: sent, decided in the inbox, told at the next reply."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from tests.quiz.daily import DAY, Quiz, quiz_group, told
from tests.quiz.notes import SHORT, SINGLE
from tests.support.inbox import open_inbox
from tests.support.told import answered, labels, words_of

APPEAL = "제 답도 맞지 않나요?"


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group with one short-answer item, which was just posted."""
    async with quiz_group(tmp_path, SHORT) as opened:
        await opened.begin()
        yield opened


async def appeal(quiz: Quiz, member: MemberActor, text: str) -> InteractionResult:
    """Answer wrongly, and say why it is right."""
    verdict = await quiz.write(member, text)
    opened = await member.click(answered(verdict), label=APPEAL)
    return await member.submit_modal(opened, {"sentence": "책에는 그렇게 나와요"})


async def inbox(quiz: Quiz, moderator: MemberActor | None = None) -> discord.Message:
    return await open_inbox(quiz.group, moderator=moderator)


def shown(quiz: Quiz, message: discord.Message, viewer: MemberActor) -> discord.Message:
    """Return ``message`` as ``viewer`` sees it by now."""
    return next(m for m in quiz.group.channel.history(viewer=viewer) if m.id == message.id)


async def test_a_wrong_short_answer_can_be_appealed_and_the_inbox_has_no_name(quiz: Quiz) -> None:
    sent = await appeal(quiz, quiz.group.mina, "중심부")
    opened = await inbox(quiz)

    assert "운영자에게 전했어요" in told(sent)
    words = words_of(opened)
    assert "중심부" in words
    assert "책에는 그렇게 나와요" in words
    assert "미나" not in words
    assert str(quiz.group.mina.id) not in words


async def test_an_accepted_answer_is_told_at_the_next_private_reply_and_not_before(
    quiz: Quiz,
) -> None:
    group = quiz.group
    await appeal(quiz, group.mina, "중심부")
    await quiz.write(group.jun, "중심부")
    opened = await inbox(quiz)
    before = len(group.channel.history(viewer=group.jun))

    await group.moderator.click(opened, label="받아들이기")

    assert "2명의 답이" in words_of(shown(quiz, opened, group.moderator))
    assert len(group.channel.history(viewer=group.jun)) == before
    assert group.jun.user.dm_channel.history() == []
    again = await quiz.give(group.jun, "답 적기")
    assert "맞았어요" in told(again)
    first = await group.jun.slash(group.channel, "quiz")
    second = await group.jun.slash(group.channel, "quiz")
    assert "맞은 것으로 바뀌었어요" in told(again)
    assert first.followups == second.followups == []
    below = await group.mina.slash(group.channel, "help")
    assert ["맞은 것으로 바뀌었어요" in each.content for each in below.followups] == [True]
    assert APPEAL not in labels(answered(second))
    assert "맞았어요" in told(await quiz.write(group.seo, "중심부예요"))


async def test_an_appeal_counts_once_and_tells_how_it_stands(quiz: Quiz) -> None:
    group = quiz.group
    verdict = await quiz.write(group.mina, "중심부")
    form = await group.mina.click(answered(verdict), label=APPEAL)
    await group.mina.submit_modal(form, {"sentence": "맞아요"})
    waiting = told(await group.mina.click(answered(verdict), label=APPEAL))
    opened = await inbox(quiz)
    await group.moderator.click(opened, label="그대로 두기")
    after = await group.mina.click(answered(verdict), label=APPEAL)

    assert "운영자에게 전했어요" in waiting
    assert "그대로 두기로 했어요" in told(after)
    assert "처리할 일이 없어요" in words_of(await inbox(quiz))


@pytest.mark.parametrize("label", ["받아들이기", "그대로 두기", "고치기"])
async def test_the_second_moderator_is_told_who_decided(quiz: Quiz, label: str) -> None:
    group = quiz.group
    role = group.guild.roles["운영자"]
    other = group.guild.add_member(group.env.create_user("지우"), roles=[role])
    await appeal(quiz, group.mina, "중심부")
    mine, theirs = await inbox(quiz), await inbox(quiz, other)
    await group.moderator.click(mine, label="받아들이기")

    await other.click(theirs, label=label)

    words = words_of(shown(quiz, theirs, other))
    assert "이미 운영자 님이" in words
    assert "받아들였어요" in words


async def test_a_moderator_can_change_the_words_first(quiz: Quiz) -> None:
    group = quiz.group
    await appeal(quiz, group.mina, "아마도 중심부")
    opened = await inbox(quiz)
    form = await group.moderator.click(opened, label="고치기")
    await group.moderator.submit_modal(form, {"alias": "중심부"})
    changed = words_of(shown(quiz, opened, group.moderator))

    await group.moderator.click(shown(quiz, opened, group.moderator), label="받아들이기")

    assert "고쳐 뒀어요" in changed
    assert "맞았어요" in told(await quiz.write(group.jun, "중심부"))


async def test_who_only_tidies_messages_sees_no_inbox(quiz: Quiz) -> None:
    group = quiz.group
    tidies = group.guild.create_role(
        "도우미", permissions=discord.Permissions(manage_messages=True)
    )
    helper = group.guild.add_member(group.env.create_user("하늘"), roles=[tidies])
    await appeal(quiz, group.mina, "중심부")

    opened = await inbox(quiz, helper)

    assert "운영자만" in words_of(opened)
    assert "중심부" not in words_of(opened)


async def test_who_moderates_no_more_decides_nothing(quiz: Quiz) -> None:
    group = quiz.group
    await appeal(quiz, group.mina, "중심부")
    opened = await inbox(quiz)
    role = group.guild.roles["운영자"]
    group.env.backend.edit_role(group.guild.id, role.id, {"permissions": 0})

    pressed = await group.moderator.click(opened, label="받아들이기")

    assert "운영자만" in told(pressed)
    assert "아쉽지만" in told(await quiz.give(group.mina, "답 적기"))


async def test_it_all_works_after_a_restart_and_after_the_closing(quiz: Quiz) -> None:
    group = quiz.group
    verdict = await quiz.write(group.mina, "중심부")
    await group.restart()
    await quiz.wait(DAY)
    form = await group.mina.click(answered(verdict), label=APPEAL)
    await group.mina.submit_modal(form, {"sentence": "맞아요"})
    opened = await inbox(quiz)
    await group.restart()

    await group.moderator.click(opened, label="받아들이기")
    await quiz.wait(DAY / 24)

    closed = quiz.posts[0]
    assert "1명이 답했고, 1명" in words_of(closed)


async def test_the_same_in_english(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, SHORT) as quiz:
        group = quiz.group
        await group.mina.slash(group.channel, "language", language="en")
        await group.moderator.slash(group.channel, "language", language="en")
        await quiz.begin()
        opened = await quiz.give(group.mina, "답 적기")
        verdict = await group.mina.submit_modal(opened, {"answer": "the core"})
        form = await group.mina.click(answered(verdict), label="Isn't mine right too?")
        sent = await group.mina.submit_modal(form, {"sentence": "My book says so"})
        shown_to = await inbox(quiz)

        assert "The moderators have it" in told(sent)
        assert "My book says so" in words_of(shown_to)
        assert "Accept" in labels(shown_to)


async def test_other_kinds_of_items_have_no_such_button(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, SINGLE) as quiz:
        await quiz.begin()
        given = [await quiz.give(each, "A") for each in (quiz.group.mina,)]
        given += [await quiz.give(quiz.group.jun, "B"), await quiz.give(quiz.group.seo, "C")]

        assert all(APPEAL not in labels(answered(each)) for each in given)
