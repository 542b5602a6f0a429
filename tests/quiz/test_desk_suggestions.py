"""/suggest, /inbox, /quiz-admin export and stats in a study group."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.content.reader import check
from tests.quiz.daily import DAY, HALF_AN_HOUR, Quiz, option, quiz_group, told
from tests.quiz.notes import SINGLE, notes_in
from tests.support.inbox import open_inbox
from tests.support.told import answered, labels, words_of

FIELDS = {
    "stem": "OS의 알맹이를 뭐라고 하나요? @everyone",
    "key": "커널",
    "accept": "kernel, 알맹이",
    "contrast": "쉘",
    "explanation": "커널이라고 해요.",
}


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have one item, and no schedule yet."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        yield opened


async def suggest(
    quiz: Quiz, member: MemberActor, kind: str = "suggest-short", **fields: str
) -> InteractionResult:
    """Fill in the form of /suggest."""
    form = await member.slash(quiz.group.channel, "suggest", kind=kind, concept="커널")
    assert form.modal is not None
    return await member.submit_modal(form, fields or FIELDS)


async def inbox(quiz: Quiz, section: str = "") -> discord.Message:
    return await open_inbox(quiz.group, section)


async def press(quiz: Quiz, message: discord.Message, label: str) -> InteractionResult:
    """Press a button of the inbox as it is by now."""
    return await quiz.group.moderator.click(now(quiz, message), label=label)


def now(quiz: Quiz, message: discord.Message) -> discord.Message:
    """Return the moderator's private ``message`` as it is by now."""
    seen = quiz.group.channel.history(viewer=quiz.group.moderator)
    return next(m for m in seen if m.id == message.id)


async def test_a_suggested_item_is_asked_once_it_is_accepted(group: Quiz) -> None:
    sent = await suggest(group, group.group.mina)
    opened = await inbox(group)
    seen = words_of(opened)

    await press(group, opened, "받아들이기")
    await group.begin(items=2)

    assert "고마워요" in told(sent)
    assert "미나" in seen
    assert "받아들였어요" in words_of(now(group, opened))
    asked = [words_of(post) for post in group.posts]
    assert len(asked) == 2
    [own] = [words for words in asked if "알맹이" in words]
    assert "@everyone" not in own


async def test_a_declined_item_is_never_asked(group: Quiz) -> None:
    await suggest(group, group.group.mina)
    opened = await inbox(group)
    await press(group, opened, "그대로 두기")
    await group.begin(items=2)

    assert all("알맹이" not in words_of(post) for post in group.posts)


async def test_a_moderator_mends_an_item_before_accepting_it(group: Quiz) -> None:
    await suggest(group, group.group.mina)
    opened = await inbox(group)
    form = await press(group, opened, "고치기")
    await group.group.moderator.submit_modal(form, {**FIELDS, "stem": "OS의 가운데는?"})
    changed = words_of(now(group, opened))
    form = await press(group, opened, "고치기")
    await group.group.moderator.submit_modal(form, {**FIELDS, "contrast": "커 널"})

    assert "OS의 가운데는?" in changed
    assert "OS의 가운데는?" in words_of(await inbox(group))


async def test_what_makes_no_item_is_told_so_kindly(group: Quiz) -> None:
    refused = await suggest(group, group.group.mina, **{**FIELDS, "contrast": "커널"})

    assert "이대로는 문제가 되지 않아요" in told(refused)


async def test_an_unknown_concept_is_refused_and_known_ones_are_offered(group: Quiz) -> None:
    mina, channel = group.group.mina, group.group.channel
    refused = await mina.slash(channel, "suggest", kind="suggest-true", concept="쿠버네티스")
    offered = await mina.autocomplete(channel, "suggest", "concept", "커")

    assert "쿠버네티스" in told(refused)
    assert offered == [{"name": "커널", "value": "kernel"}]


async def test_the_export_attaches_a_file_that_passes_the_content_checker(
    group: Quiz, tmp_path: Path
) -> None:
    nothing = await group.moderate("export")
    await suggest(group, group.group.mina)
    fields = {"stem": "커널은: 창문이에요", "reason": "위에 있어요", "explanation": "가운데예요"}
    await suggest(group, group.group.jun, "suggest-false", **fields)
    opened = await inbox(group)
    for _ in range(2):
        await press(group, opened, "받아들이기")

    exported = await group.moderate("export")

    assert "아직 받아들인 제안이 없어요" in told(nothing)
    assert "content/os/quiz.yaml" in told(exported)
    [file] = answered(exported).attachments
    assert file.filename == "quiz.yaml"
    text = (await file.read()).decode()
    assert check(notes_in(tmp_path / "exported", text)) == ()


async def test_the_inbox_pages_and_lists_unanswered_questions(group: Quiz) -> None:
    mina, channel = group.group.mina, group.group.channel
    for question in ("양자 컴퓨터는 뭐예요?", "양자 컴퓨터는 뭐예요 ?", "블록체인이 뭐야"):
        await mina.slash(channel, "ask", question=question)
    await suggest(group, mina)
    await suggest(group, group.group.jun, **{**FIELDS, "stem": "두 번째 문제?"})
    opened = await inbox(group, "문제 제안")
    first = words_of(opened)

    await press(group, opened, "뒤")
    second = words_of(now(group, opened))
    await press(group, opened, "할 일로")
    overview = words_of(now(group, opened))
    await press(group, opened, "빈 질문 2")
    gaps = words_of(now(group, opened))
    await press(group, opened, "할 일로")

    assert "할 일 2개 중 1번째" in first
    assert "두 번째 문제?" in second
    assert "할 일 4개" in overview
    assert "빈 질문 2개 중 1번째" in gaps
    assert "양자 컴퓨터는 뭐예요 ? (2번)" in gaps
    assert words_of(now(group, opened)) == overview


async def test_an_empty_inbox_says_so(group: Quiz) -> None:
    assert "처리할 일이 없어요" in words_of(await inbox(group))


async def test_statistics_show_closed_items_only(group: Quiz) -> None:
    await group.begin()
    post = group.post
    for member in (group.group.mina, group.group.jun):
        await group.give(member, option(post, "창문"))
    await group.give(group.group.seo, option(post, "하드웨어"))
    early = told(await group.moderate("stats"))
    await group.wait(DAY + HALF_AN_HOUR)

    words = told(await group.moderate("stats"))

    assert "아직 마감한 문제가 없어요" in early
    assert "3명 중 1명(33 %)이 맞혔어요" in words
    assert "· 창문: 2 (67 %)" in words
    assert "✓ 하드웨어: 1 (33 %)" in words
    assert "5명은 답해야" in words


async def test_the_same_in_english(group: Quiz) -> None:
    seen = group.group
    for member in (seen.mina, seen.moderator):
        await member.slash(seen.channel, "language", language="en")
    sent = await suggest(group, seen.mina)
    opened = await inbox(group)

    assert "Thank you" in told(sent)
    assert "A suggested question" in words_of(opened) or "1 of 1 to look at" in words_of(opened)
    assert {"Accept", "Edit", "Leave it"} <= set(labels(opened))
