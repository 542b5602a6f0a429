"""Buttons of the desk that are old, forged, another server's or a stranger's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.ids import GuildId
from bot.quiz.desk import buttons
from bot.quiz.desk.model import CaseKind, CaseState
from bot.quiz.desk.store import appeals
from tests.quiz.daily import Quiz, quiz_group, told
from tests.quiz.notes import SHORT
from tests.support.told import answered, words_of

ALIEN = 999
KIND, SUGGESTED = CaseKind.APPEAL, CaseKind.SUGGESTION


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group in which one appeal waits."""
    async with quiz_group(tmp_path, SHORT) as opened:
        await opened.begin()
        verdict = await opened.write(opened.group.mina, "중심부")
        form = await opened.group.mina.click(answered(verdict), custom_id=buttons.appeal(1))
        await opened.group.mina.submit_modal(form, {"sentence": "맞아요"})
        yield opened


async def press(quiz: Quiz, member: MemberActor, custom_id: str) -> InteractionResult:
    """Press a button that was planted on a private message of the member's own."""
    group = quiz.group
    own = answered(await member.slash(group.channel, "help"))
    kept = group.env.backend.messages[group.channel.id][own.id]
    part = {"type": 2, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
    kept.components = [{"type": 1, "components": [part]}]
    return await member.click(own, custom_id=custom_id)


def said(result: InteractionResult) -> str:
    """Return all that the press was answered with."""
    found = [words_of(each.message) for each in result.followups]
    return "\n".join([*found, told(result) if result.response else ""])


async def state(quiz: Quiz) -> CaseState:
    async with quiz.group.bot.storage.reading() as work:
        kept = await appeals.one(work, GuildId(quiz.group.guild.id), 1)
    assert kept is not None
    return kept.state


@pytest.mark.parametrize(
    "custom_id",
    [
        buttons.accept(KIND, 1),
        buttons.decline(KIND, 1),
        buttons.edit(KIND, 1),
        buttons.open_case(KIND, 1),
        buttons.stats(0),
        buttons.taken(0),
        buttons.taken(1),
        buttons.withdraw(1),
        buttons.restore(1),
    ],
)
async def test_who_does_not_moderate_sees_and_decides_nothing(quiz: Quiz, custom_id: str) -> None:
    pressed = await press(quiz, quiz.group.jun, custom_id)

    assert "운영자만" in said(pressed)
    assert "중심부" not in said(pressed)
    assert await state(quiz) is CaseState.OPEN


@pytest.mark.parametrize(
    ("custom_id", "sentence"),
    [
        (buttons.accept(KIND, ALIEN), "여기에서 찾을 수 없어요"),
        (buttons.decline(SUGGESTED, 1), "여기에서 찾을 수 없어요"),
        (buttons.edit(SUGGESTED, ALIEN), "여기에서 찾을 수 없어요"),
        (buttons.open_case(KIND, ALIEN), "여기에서 찾을 수 없어요"),
        (buttons.withdraw(ALIEN), "여기에서 찾을 수 없어요"),
        (buttons.restore(ALIEN), "여기에서 찾을 수 없어요"),
        (buttons.accept(7, 1), "이제 쓸 수 없어요"),
        (buttons.appeal(ALIEN), "찾을 수 없어요"),
        (buttons.appeal(1), "아직 이 문제에 답하지 않았어요"),
        ("1:inbox-accept:0", "이제 쓸 수 없어요"),
    ],
)
async def test_what_is_not_there_gets_a_kind_sentence(
    quiz: Quiz, custom_id: str, sentence: str
) -> None:
    pressed = await press(quiz, quiz.group.moderator, custom_id)

    assert sentence in said(pressed)
    assert await state(quiz) is CaseState.OPEN


async def test_a_public_message_never_turns_into_the_inbox(quiz: Quiz) -> None:
    group = quiz.group
    custom_id = buttons.open_case(KIND, 1)
    kept = group.env.backend.messages[group.channel.id][quiz.post.id]
    part = {"type": 2, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
    kept.components = [{"type": 1, "components": [part]}]

    pressed = await group.moderator.click(quiz.post, custom_id=custom_id)

    assert "이제 쓸 수 없어요" in said(pressed)
    assert "중심부" not in words_of(quiz.post)
