"""Sessions in a group, in Discord as it is simulated: commands, buttons, minutes, plans."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.sessions import buttons
from bot.sessions.model import Move
from tests.discussion.debate import Debate
from tests.sessions.meeting import Meeting, meeting, told
from tests.support.inbox import open_inbox
from tests.support.told import answered, labels, words_of

LEADING = ["다음", "+5분", "멈춤", "끝내기"]
ALIEN = 900_719
WRITES = discord.Permissions(manage_messages=True)


@pytest.fixture
async def met(tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(tmp_path) as opened:
        yield opened


async def test_a_session_from_its_start_to_minutes_that_become_the_next_note(met: Meeting) -> None:
    group = met.group
    started = await met.say("start")

    assert "스터디를 시작했어요" in told(started)
    head = met.posts[0]
    assert "스터디: 첫 모임" in words_of(head)
    assert "출석" in labels(head)
    assert [label for label in labels(met.part) if label in LEADING] == LEADING
    for member in (group.mina, group.jun, group.seo):
        assert "출석했어요" in await met.press(member, "출석")
    assert "이미 출석했어요" in await met.press(group.mina, "출석")
    assert "지금까지 3명이 출석했어요." in words_of(met.part)
    assert "첫 모임" not in await met.press(group.moderator, "다음")
    card = met.part
    assert "(1/7)" in words_of(card)
    assert "모두 답하거나" in await met.press(group.mina, "이해했어요", card)
    assert "1명이 답했어요" in words_of(met.part)
    await met.press(group.jun, "아직 헷갈려요", card)
    shown = await met.press(group.seo, "이해했어요", card)
    assert "이해했어요 2명 · 아직 헷갈려요 1명 (n=3)" in shown
    assert "이해했어요 2명 · 아직 헷갈려요 1명 (n=3)" in words_of(met.part)
    ended = await met.press(group.moderator, "끝내기")
    assert "회의록을 곧 올릴게요" in ended
    recap = met.in_thread[-1]
    said = words_of(recap)
    assert "3명이 함께했어요." in said
    assert "이해 2명 · 헷갈림 1명 (n=3)" in said
    [file] = recap.attachments
    content = await file.read()
    assert content.decode().startswith("# 새롭게 알게된 점")
    assert "미나" not in content.decode()
    added = await group.moderator.slash(group.channel, "note add", file=(file.filename, content))
    assert "첫 모임" in words_of(answered(added))


async def test_members_do_not_lead_and_are_told_kindly(met: Meeting) -> None:
    await met.say("start")

    for label in LEADING:
        assert "운영자가 맡고" in await met.press(met.group.mina, label)
    assert "지금까지 0명" in await met.press(met.group.mina, "어디쯤?")


@pytest.mark.parametrize(
    ("command", "options"),
    [("start", {}), ("plan", {"when": "토요일 오후 8시"}), ("plans", {})],
)
async def test_only_moderators_start_and_plan(
    met: Meeting, command: str, options: dict[str, str]
) -> None:
    mina = met.group.guild.add_member(
        met.group.env.create_user("하나"),
        roles=[met.group.guild.create_role("관리", permissions=WRITES)],
    )

    refused = told(await met.say(command, mina, **options))

    assert "운영자" in refused
    assert met.posts == []


async def test_pressing_next_twice_goes_on_once(met: Meeting) -> None:
    await met.say("start")
    first = met.part
    press = next(
        part.custom_id
        for row in first.components
        for part in getattr(row, "children", ())
        if part.label == "다음"
    )
    await met.press(met.group.moderator, "다음")

    again = await met.forge(met.group.moderator, press)

    assert "벌써 넘어갔어요" in again
    assert "\n2/" in words_of(met.part)


@pytest.mark.parametrize(
    ("press", "said"),
    [
        (buttons.attend(0, ALIEN), "찾을 수 없어요"),
        (buttons.status(0, ALIEN), "찾을 수 없어요"),
        (buttons.lead(0, ALIEN, 1, Move.NEXT), "찾을 수 없어요"),
        (buttons.say(0, 1, is_clear=True), "개념 카드가 아니에요"),
        (f"1:{buttons.LEAD}:0:1:1:99", "이제 쓸 수 없어요"),
        (f"1:{buttons.SAY}:0:1:7", "이제 쓸 수 없어요"),
        (buttons.start(0, ALIEN, 1), "끝났거나 취소됐어요"),
        (buttons.cancel_plan(ALIEN), "이제 쓸 수 없어요"),
        (buttons.study(0), "이제 쓸 수 없어요"),
        (buttons.studied(ALIEN), "이미 정리됐어요"),
    ],
)
async def test_forged_presses_are_told_so_kindly(met: Meeting, press: str, said: str) -> None:
    await met.say("start")

    refused = await met.forge(met.group.moderator, press)

    assert said in refused


async def test_commands_lead_from_the_channel_and_say_what_was_done_already(met: Meeting) -> None:
    assert "스터디가 없어요" in told(await met.say("next"))
    await met.say("start")

    assert "여기가 처음이에요" in told(await met.say("back"))
    assert "시간을 멈췄어요" in told(await met.say("pause"))
    assert "이미 멈춰" in told(await met.say("pause"))
    assert "계속" in labels(met.part)
    assert "다시 이어" in told(await met.say("resume"))
    assert "시간을 늘렸어요" in told(await met.say("extend", minutes=10))
    assert "지금 순서: 가상화" in told(await met.say("next"))
    status = told(await met.say("status"))
    assert "✓ 인사하고" in status
    assert "▶ 가상화" in status
    assert "벌써 스터디를 하고 있어요" in told(await met.say("start"))
    assert "마쳤어요" in told(await met.say("end"))


async def test_a_restart_loses_nothing(met: Meeting) -> None:
    group = met.group
    await met.say("start")
    await met.press(group.mina, "출석")
    await met.press(group.moderator, "다음")
    await group.restart()
    await met.wait(timedelta(seconds=5))

    assert "이해했다고 적었어요" in await met.press(group.jun, "이해했어요")
    assert "지금까지 2명" in await met.press(group.mina, "어디쯤?")
    assert len(met.in_thread) == 2


async def test_a_session_adopts_thursday_s_discussion_and_votes_again(met: Meeting) -> None:
    group = met.group
    debate = Debate(group)
    await debate.start()
    await debate.vote(group.mina, 0)
    await debate.vote(group.jun, 1)
    await met.wait(timedelta(hours=3))
    await met.say("start")
    for _ in range(40):
        part = met.part
        if "이야기" in words_of(part) and "항상 도커가 짱일까" in words_of(part):
            break
        await met.press(group.moderator, "다음")

    assert "토론은 <#" in words_of(met.part)
    assert "2명이 투표했어요" in "".join(words_of(post) for post in debate.in_thread) or True
    await met.press(group.moderator, "다음")
    assert "다시 투표" in words_of(met.part)
    await met.press(group.moderator, "다음")
    await met.press(group.moderator, "끝내기")
    recap = words_of(met.in_thread[-1])
    assert "항상 도커가 짱일까?" in recap


async def test_without_a_permission_it_says_which_and_begins_nothing(met: Meeting) -> None:
    group = met.group
    assert group.bot.user is not None
    role = group.guild.roles[group.bot.user.name]
    allow, deny = discord.PermissionOverwrite(create_public_threads=False).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(group.channel.id, {}, overwrites=[overwrite])

    refused = told(await met.say("start"))

    assert "공개 스레드" in refused
    assert met.posts == []


async def test_a_plan_makes_an_event_reminds_and_starts_by_a_button(met: Meeting) -> None:
    group = met.group
    planned = told(await met.say("plan", when="내일 오후 8시"))
    await met.wait(timedelta(seconds=5))

    assert "하기로 했어요" in planned
    guild = group.env.backend.guilds[group.guild.id]
    [event] = guild.scheduled_events.values()
    assert "스터디: 첫 모임" in event.name
    assert "doran-" in (event.description or "")
    await met.wait(timedelta(hours=34, minutes=50))
    reminder = met.posts[-1]
    assert "곧 시작해요" in words_of(reminder)
    assert "운영자" in told(await group.mina.click(reminder, label="시작하기"))
    started = told(await group.moderator.click(reminder, label="시작하기"))
    await met.wait(timedelta(seconds=5))
    assert "스터디를 시작했어요" in started
    assert "출석" in labels(met.part)


async def test_plans_are_listed_and_cancelled(met: Meeting) -> None:
    group = met.group
    assert "잡아 둔 스터디가 없어요" in told(await met.say("plans"))
    await met.say("plan", when="내일 오후 8시", weekly=True)
    listed = await met.say("plans")
    assert "매주" in told(listed)

    await group.moderator.click(answered(listed), label="1번 취소")
    await met.wait(timedelta(seconds=5))

    assert group.env.backend.guilds[group.guild.id].scheduled_events == {}
    assert "잡아 둔 스터디가 없어요" in told(await met.say("plans"))


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("언젠가", "시간으로 읽지 못했어요"),
        ("2020-01-01 20:00", "이미 지난"),
        ("2040-01-01 20:00", "너무 먼"),
    ],
)
async def test_an_unclear_time_is_told_so(met: Meeting, when: str, said: str) -> None:
    assert said in told(await met.say("plan", when=when))


async def test_an_event_deleted_at_discord_cancels_the_plan(met: Meeting) -> None:
    group = met.group
    await met.say("plan", when="내일 오후 8시")
    await met.wait(timedelta(seconds=5))
    [event] = group.env.backend.guilds[group.guild.id].scheduled_events.values()

    group.env.backend.delete_scheduled_event(group.guild.id, event.id)
    await met.wait(timedelta(seconds=5))

    assert "잡아 둔 스터디가 없어요" in told(await met.say("plans"))


async def test_what_to_study_next_is_in_the_inbox_and_done_points_at_a_concept(
    met: Meeting,
) -> None:
    group = met.group
    await met.say("start")
    await met.press(group.moderator, "다음")
    await met.press(group.mina, "아직 헷갈려요")
    await met.press(group.moderator, "끝내기")

    case = await open_inbox(group, "다음에 공부할 것")
    assert "1명이 아직 헷갈린다고 했어요 (n=1)" in words_of(case)
    form = await group.moderator.click(case, label="다뤘어요")
    wrong = await group.moderator.submit_modal(form, {buttons.CONCEPT: "없는 개념"})
    assert "찾을 수 없어요" in told(wrong)
    form = await group.moderator.click(case, label="다뤘어요")
    await group.moderator.submit_modal(form, {buttons.CONCEPT: "가상화"})

    shown = next(m for m in group.channel.history(viewer=group.moderator) if m.id == case.id)
    assert "답이 있다고 적어 뒀어요" in words_of(shown)
    assert "따로 공부할 것이 없어요" in words_of(shown)


async def test_in_english_everything_is_english(tmp_path: Path) -> None:
    async with meeting(tmp_path, "en-US") as met:
        moderator = met.group.moderator
        await moderator.slash(met.group.channel, "language", language="en")
        refused = told(await met.say("next"))

        assert "No session is running here" in refused


OWN = """
title: {ko: 우리 모임}
goal: {ko: 커널을 이해해요.}
steps:
  - {kind: opening, minutes: 5, title: {ko: 인사}}
  - {kind: concepts, minutes: 5, title: {ko: 개념}, concepts: [kernel]}
  - {kind: wrap_up, minutes: 5, title: {ko: 마무리}}
"""


async def test_a_server_brings_its_own_agenda(met: Meeting) -> None:
    started = told(await met.say("start", agenda=("agenda.yaml", OWN.encode())))

    assert "우리 모임" in started
    assert "커널을 이해해요." in words_of(met.posts[0])


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"",
        b"title: x",
        b"[",
        OWN.replace("kernel", "nothing").encode()[:60],
        b"a" * 70_000,
    ],
)
async def test_a_file_that_is_no_agenda_is_told_so(met: Meeting, content: bytes) -> None:
    refused = told(await met.say("start", agenda=("agenda.yaml", content)))

    assert "안건 파일을 읽지 못했어요" in refused
    assert met.posts == []
