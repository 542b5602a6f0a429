"""A live round in a group: one item at a time, first answers, results, the table."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.ids import GuildId, MemberId
from bot.quiz import service as quiz
from bot.quiz.rounds.buttons import result, steer
from bot.quiz.rounds.model import Ending, Move, Phase
from tests.quiz.daily import told
from tests.quiz.notes import MULTIPLE, SHORT
from tests.quiz.rounds import BREATH_S, LEAD_S, SECONDS, Played, rounds_group, slowed
from tests.support.told import answered, labels, words_of

CONTROLS = ["멈추기", "다음으로", "끝내기"]
ALIEN = 900_719


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    slowed(monkeypatch)


@pytest.fixture
async def played(tmp_path: Path) -> AsyncIterator[Played]:
    async with rounds_group(tmp_path) as opened:
        yield opened


async def test_a_round_says_what_comes_then_asks_one_item_after_another(played: Played) -> None:
    started = await played.start(count=2)
    await played.wait(0)

    assert "라운드를 시작했어요" in told(started)
    assert "**운영체제** · 2문제 · 문제마다 60초" in played.said
    assert "첫 문제가 <t:" in played.said
    assert labels(played.post) == CONTROLS
    opening = played.post
    await played.wait(LEAD_S)
    assert played.post.embeds[0].title == "라운드 1/2"
    assert ":R> 마감해요." in played.said
    assert labels(played.post)[-3:] == CONTROLS
    assert labels(played.seen(opening)) == []


async def test_a_whole_round_from_the_first_answer_to_the_table(played: Played) -> None:
    await played.begin(count=2)
    mina, jun, seo = played.quiz.group.mina, played.quiz.group.jun, played.quiz.group.seo
    question = played.post

    first = told(await played.answer(mina))
    again = told(await played.answer(mina, right=False))
    await played.answer(jun, right=False)
    await played.settle()

    assert "받았어요" in first
    assert "받았어요" in again
    assert "정답:" not in first + again
    assert "지금까지 2명이 답했어요." in played.said
    assert "미나" not in played.said
    await played.wait(SECONDS)
    shown = words_of(played.seen(question))
    assert "라운드 1/2 결과" in shown
    assert "2명이 답했고, 1명(50 %)이 맞혔어요." in shown
    assert "1위 미나 · 1문제" in shown
    assert "2위 준호 · 0문제" in shown
    assert "다음 문제가 <t:" in shown
    mine = told(await mina.click(played.seen(question), label="내 답과 해설"))
    assert "맞았어요" in mine
    await played.wait(BREATH_S)
    assert played.post.embeds[0].title == "라운드 2/2"
    assert "다음 문제가" not in words_of(played.seen(question))
    assert CONTROLS[0] not in labels(played.seen(question))
    await played.answer(jun)
    await played.wait(SECONDS)
    assert played.post.embeds[0].title == "라운드 결과"
    assert "2명이 함께했어요." in played.said
    assert "1위 미나 — 2문제 중 1문제" in played.said
    assert "1위 준호 — 2문제 중 1문제" in played.said
    own = told(await jun.click(played.post, label="내 결과"))
    assert "2명 중 1위예요. 2문제 중 2문제에 답했고, 1문제를 맞혔어요." in own
    assert "답한 문제가 없어요" in told(await seo.click(played.post, label="내 결과"))
    assert await played.running() is None


async def test_what_was_missed_in_a_round_comes_to_the_review_and_breaks_no_row_of_days(
    played: Played,
) -> None:
    await played.begin(count=1)
    group = played.quiz.group
    await played.answer(group.mina, right=False)
    who = (GuildId(group.guild.id), MemberId(group.mina.id))

    async with group.bot.storage.reading() as work:
        [before] = (await quiz.entries_of(work, [who]))[who]
    await played.wait(SECONDS)
    async with group.bot.storage.reading() as work:
        [entry] = (await quiz.entries_of(work, [who]))[who]
        days = await quiz.quiz_days(work, who[0])

    assert not before.is_told
    assert entry.is_told
    assert not entry.is_right
    assert days == []
    stats = told(await played.quiz.moderate("stats"))
    assert "1명" in stats


async def test_short_and_multiple_items_are_answered_as_every_day(tmp_path: Path) -> None:
    async with rounds_group(tmp_path, SHORT, MULTIPLE) as played:
        await played.begin(count=2)
        mina = played.quiz.group.mina
        for _ in range(2):
            if "답 적기" in labels(played.post):
                opened = await mina.click(played.post, label="답 적기")
                assert opened.modal is not None
                assert opened.modal["title"] == "라운드"
                taken = told(await mina.submit_modal(opened, {"answer": "커널이요"}))
            else:
                taken = told(await mina.select(played.post, ["0", "1"]))
            assert "받았어요" in taken
            await played.wait(SECONDS)
            await played.wait(BREATH_S)

        assert "1위 미나 — 2문제 중 2문제" in played.said


async def test_a_late_answer_is_told_so_kindly(played: Played) -> None:
    await played.begin(count=2)
    question = played.post
    label = labels(question)[0]
    forged = next(
        part.custom_id
        for row in question.components
        for part in getattr(row, "children", ())
        if part.label == label
    )
    await played.wait(SECONDS)

    late = await played.press(played.quiz.group.mina, forged)

    assert "마감됐어요" in told(late)


@pytest.mark.parametrize("label", CONTROLS)
async def test_a_member_cannot_steer(played: Played, label: str) -> None:
    await played.begin(count=2)
    before = await played.running()

    refused = told(await played.quiz.group.mina.click(played.post, label=label))

    assert "연 사람과 운영자만" in refused
    assert await played.running() == before


async def test_a_pause_stands_still_and_goes_on_with_what_was_left(played: Played) -> None:
    await played.begin(count=2)
    moderator, question = played.quiz.group.moderator, played.post

    paused = told(await moderator.click(question, label="멈추기"))
    await played.settle()

    assert "멈췄어요" in paused
    assert "잠시 멈췄어요. 답은 계속 받고 있어요." in words_of(played.seen(question))
    assert labels(played.seen(question))[-3:] == ["이어 하기", "다음으로", "끝내기"]
    await played.wait(10 * SECONDS)
    found = await played.running()
    assert found is not None
    assert found.phase is Phase.PAUSED
    going = told(await moderator.click(played.seen(question), label="이어 하기"))
    assert "이어 해요" in going
    await played.wait(SECONDS)
    assert words_of(played.seen(question)).count("라운드 1/2 결과") == 1


async def test_pressing_pause_twice_pauses_once_and_says_so(played: Played) -> None:
    await played.begin(count=2)
    moderator = played.quiz.group.moderator
    found = await played.running()
    assert found is not None
    pause = steer(0, found.number, 3, Move.PAUSE)

    await played.press(moderator, pause)
    again = told(await played.press(moderator, pause))

    assert "이미 멈춰 있어요" in again


async def test_skipping_twice_at_once_skips_one_thing(played: Played) -> None:
    await played.begin(count=2)
    moderator, question = played.quiz.group.moderator, played.post
    found = await played.running()
    assert found is not None
    skip = steer(0, found.number, 3, Move.SKIP)

    first = told(await played.press(moderator, skip))
    second = told(await played.press(moderator, skip))
    await played.settle()

    assert "다음으로 넘어갔어요" in first
    assert "벌써 넘어갔어요" in second
    assert "라운드 1/2 결과" in words_of(played.seen(question))
    assert len(played.titled("라운드 2/2")) == 0


async def test_stopping_closes_the_item_and_shows_the_table(played: Played) -> None:
    await played.begin(count=2)
    group, question = played.quiz.group, played.post
    await played.answer(group.mina)
    found = await played.running()
    assert found is not None

    stopped = told(await group.moderator.click(question, label="끝내기"))
    again = await played.press(group.moderator, steer(0, found.number, 3, Move.STOP))
    await played.settle()

    assert "끝냈어요" in stopped
    assert "끝났어요" in told(again)
    assert "라운드 1/2 결과" in words_of(played.seen(question))
    assert "끝까지 가기 전에 마쳤어요." in played.said
    assert "1위 미나 — 1문제 중 1문제" in played.said


async def test_a_round_that_is_ended_before_its_first_item_has_no_table(played: Played) -> None:
    await played.start(count=2)
    await played.wait(0)

    await played.quiz.moderate("round-stop")
    await played.settle()
    await played.wait(LEAD_S)

    assert len(played.quiz.posts) == 1
    assert "첫 문제가 나오기 전에 끝냈어요." in played.said
    assert labels(played.post) == []
    assert "하는 라운드가 없어요" in told(await played.quiz.moderate("round-stop"))


async def test_a_second_round_in_the_channel_is_refused_with_a_link(played: Played) -> None:
    await played.begin(count=2)

    refused = told(await played.start(count=2))

    assert "벌써 라운드를 하고 있어요" in refused
    assert played.post.jump_url in refused


async def test_only_moderators_start_and_stop_rounds(played: Played) -> None:
    group = played.quiz.group
    helper = group.guild.create_role(
        "도우미", permissions=discord.Permissions(manage_messages=True)
    )
    hana = group.guild.add_member(group.env.create_user("하나"), roles=[helper])

    for command in ("round", "round-stop"):
        said = told(await hana.slash(group.channel, f"quiz-admin {command}"))
        assert "운영자만" in said, command
    assert await played.running() is None


async def test_forged_presses_and_those_of_other_servers_are_refused(played: Played) -> None:
    await played.begin(count=2)
    group = played.quiz.group
    found = await played.running()
    assert found is not None

    for forged in (
        steer(0, ALIEN, 3, Move.STOP),
        f"1:round-steer:0:{found.number}:3:9",
        f"1:round-steer:{found.number}",
        result(0, ALIEN),
    ):
        said = told(await played.press(group.moderator, forged))
        assert "찾을 수 없어요" in said or "버튼" in said
    assert await played.running() == found


async def test_a_restart_goes_on_at_its_item_with_a_fair_rest_of_its_time(
    played: Played,
) -> None:
    await played.begin(count=2)
    group, question = played.quiz.group, played.post
    first = told(await played.answer(group.mina))
    await played.wait(SECONDS - 20)

    await played.restart()
    await played.settle()

    found = await played.running()
    assert found is not None
    assert found.until is not None
    assert found.until - group.env.now() > timedelta(seconds=20)
    assert f"<t:{int(found.until.timestamp())}:R>" in words_of(played.seen(question))
    assert "받았어요" in first
    assert "받았어요" in told(await played.answer(group.jun))
    assert len(played.titled("라운드 1/2")) == 1
    await played.wait(SECONDS)
    assert "2명이 답했고" in words_of(played.seen(question))


async def test_a_round_that_slept_for_over_an_hour_is_ended_with_its_table(
    played: Played,
) -> None:
    await played.begin(count=2)
    group = played.quiz.group
    await played.answer(group.mina)
    await group.bot.scheduler.stop()
    await group.env.advance_time(2 * 3600)

    await played.restart()
    await played.settle()

    assert "오래 쉬어서 여기서 마쳤어요." in played.said
    assert await played.running() is None


async def test_whoever_waits_for_a_rounds_end_is_told_once(played: Played) -> None:
    ended: list[Ending | None] = []

    async def told_of(_work: object, over: object, _now: object) -> None:
        ended.append(over.ending)  # type: ignore[attr-defined]

    played.quiz.group.bot.parts.rounds.on_finished(told_of)
    await played.begin(count=1)
    await played.wait(SECONDS)
    await played.wait(BREATH_S)

    assert ended == [Ending.DONE]


async def test_the_round_speaks_english_where_the_server_does(tmp_path: Path) -> None:
    async with rounds_group(tmp_path, locale="en-US") as played:
        group = played.quiz.group
        await group.moderator.slash(group.channel, "settings language", language="en")
        await played.begin(count=1)

        taken = told(await group.mina.click(played.post, label=labels(played.post)[0]))
        await played.wait(SECONDS)

        assert "Got it" in taken
        assert "The round's table" in played.said
        assert "1 took part" in played.said
        own = await group.mina.click(played.post, label="My result")
        assert "Place 1 of 1." in told(own)
        assert answered(own).flags.ephemeral


async def test_in_a_thread_the_items_go_there(played: Played) -> None:
    await played.start(count=1, thread=True)
    await played.wait(0)
    group, start = played.quiz.group, played.quiz.posts[0]
    assert "아래 스레드에서 함께해요." in words_of(start)
    found = await played.running()
    assert found is not None
    assert found.thread == start.id

    await played.wait(LEAD_S)

    inside = [
        each.embeds[0]["title"]
        for each in group.env.backend.messages[start.id].values()
        if each.embeds
    ]
    assert inside == ["라운드 1/1"]
    assert played.titled("라운드 1/1") == []
    assert "벌써 라운드를 하고 있어요" in told(await played.start(count=1))


async def test_where_the_bot_may_not_write_the_round_ends_and_a_moderator_is_told_once(
    played: Played,
) -> None:
    await played.start(count=2)
    await played.wait(0)
    group = played.quiz.group
    assert group.bot.user is not None
    role = group.guild.roles[group.bot.user.name]
    allow, deny = discord.PermissionOverwrite(send_messages=False).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(group.channel.id, {}, overwrites=[overwrite])

    await played.wait(LEAD_S)
    await played.wait(SECONDS)

    notices = [each.content for each in group.moderator.user.dm_channel.history()]
    assert sum("글을 쓸 수 없어서 라운드를 끝냈어요" in each for each in notices) == 1
    assert await played.running() is None
    assert len(played.quiz.posts) == 1
