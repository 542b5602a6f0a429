"""A whole debate, and what each press says when it comes twice, late, forged or from elsewhere."""

from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.discord_ui.custom_ids import custom_id
from tests.discussion.debate import DEBATE, EXPERIENCE, Debate, controls, debating_group, told
from tests.quiz.daily import quiz_group
from tests.quiz.notes import SINGLE
from tests.support.inbox import open_inbox
from tests.support.told import answered, buttons, labels, words_of

A_MOMENT = timedelta(seconds=5)
pytestmark = pytest.mark.usefixtures("patient")


async def forge(debate: Debate, member: MemberActor, kind: str, *ids: int) -> str:
    """Press what was planted on a private message; return all that the member is told."""
    group = debate.group
    own = answered(await member.slash(group.channel, "help"))
    kept = group.env.backend.messages[group.channel.id][own.id]
    planted = custom_id(kind, *ids)
    part = {"type": 2, "custom_id": planted, "style": 2, "label": "옛 버튼"}
    kept.components = [{"type": 1, "components": [part]}]
    return said(await member.click(own, custom_id=planted))


def said(result: InteractionResult) -> str:
    """Return all that a press was answered with."""
    found = [words_of(each.message) for each in result.followups]
    return "\n".join([*found, told(result) if result.response else ""])


async def test_a_debate_goes_from_start_to_report(debate: Debate) -> None:
    group = debate.group
    started = await debate.start(first="24시간")
    voted = await debate.vote(group.mina, 0)
    await debate.why(group.mina, answered(voted), "이유 쓰기", text="가벼워요 *@everyone*")
    await debate.vote(group.jun, 2)
    await debate.vote(group.seo, 2)
    await debate.wait(A_MOMENT)
    hidden = words_of(debate.opening)
    await debate.go_on()
    added = await debate.why(group.jun, debate.reasons, "이유 더하기", text="커널을 함께 써요")
    await debate.wait(A_MOMENT)
    public = words_of(debate.reasons)
    against = await debate.press(group.mina, debate.reasons, "가장 센")
    await debate.press(group.mina, answered(against), "동의")
    await debate.go_on()
    since = await debate.press(group.mina, debate.ballot, "내 첫")
    for member, stance in ((group.mina, 2), (group.jun, 2), (group.seo, 2)):
        await debate.vote(member, stance)
    await debate.go_on()

    assert "토론을" in told(started)
    assert "저장했어요: 「거의 언제나" in told(voted)
    assert "3명 참여" in hidden
    assert "%" not in hidden
    assert "적어 뒀어요" in told(added)
    assert "가벼워요" in public
    assert "@everyone" not in public
    assert f"<@{group.jun.id}>" in public
    assert "커널을 함께 써요" in words_of(debate.now(group.mina, answered(against)))
    assert "처음 고른 것" in told(since)
    assert "커널을 함께 써요" in told(since)
    report = next(post for post in debate.in_thread if "토론 결과" in words_of(post))
    assert "3명 중 1명이 생각을 바꿨어요" in words_of(report)
    assert report.attachments[0].filename == "shift.png"
    assert any("토론 결과" in words_of(post) for post in debate.posts)
    assert ":discuss-vote:" not in controls(debate.posts[0])


async def test_it_speaks_english_where_the_server_does(tmp_path: Path) -> None:
    async with debating_group(tmp_path, locale="en-US") as debate:
        group = debate.group
        await group.moderator.slash(group.channel, "settings language", language="en")
        await debate.start(first="24h")
        voted = await debate.vote(group.mina, 0)
        form = await debate.press(group.mina, answered(voted), "Say why")
        written = await group.mina.submit_modal(form, {"text": "Light"})
        await debate.go_on()
        shown = await debate.press(group.jun, debate.reasons, "All reasons")

        assert "Is Docker always the best?" in words_of(debate.posts[0])
        assert "Saved" in told(voted)
        assert "I kept it" in told(written)
        assert "Light" in told(shown)


async def test_an_exchange_of_experience_is_shared_and_reported(debate: Debate) -> None:
    group = debate.group
    await debate.start(EXPERIENCE, first="2d")
    menu = next(each for each in controls(debate.posts[0]).splitlines() if "choose" in each)
    chosen = await group.mina.select(debate.posts[0], ["0", "2"], custom_id=menu)
    fields = {"text": "", "field-used-for": "수업 과제", "field-liked": "다시 켜면 돼요"}
    written = await debate.why(group.mina, answered(chosen), "내 이야기", **fields)
    empty = await debate.why(group.mina, answered(chosen), "내 이야기", text=" ")
    await debate.wait(A_MOMENT)
    shared = words_of(debate.reasons)
    await debate.go_on()

    assert "VMware를 자주 써 봤다, 다른 VM" in told(chosen)
    assert "수업 과제" in told(written)
    assert "아무것도 쓰지 않았어요" in told(empty)
    assert "다시 켜면 돼요" in shared
    assert any("나눈 경험" in words_of(post) for post in debate.in_thread)


async def test_a_vote_is_changed_and_given_twice(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    first = await debate.vote(group.mina, 0)
    again = await debate.vote(group.mina, 0)
    menu = await debate.press(group.mina, answered(again), "바꾸기")
    offered = told(menu)
    await group.mina.click(answered(menu), label=labels(answered(menu))[3])
    await debate.wait(A_MOMENT)

    assert "저장했어요" in told(first)
    assert "이미 저장돼 있어요" in told(again)
    assert "내 표: 거의 언제나" in offered
    assert "바꿨어요" in words_of(debate.now(group.mina, answered(menu)))
    assert "1명 참여" in words_of(debate.posts[0])


async def test_a_late_press_a_forged_one_and_a_reason_before_the_vote_are_told_kindly(
    debate: Debate,
) -> None:
    group = debate.group
    await debate.start()
    early = await debate.press(group.jun, debate.posts[0], "이유 쓰기")
    voted = await debate.vote(group.mina, 0)
    form = await debate.press(group.mina, answered(voted), "이유 쓰기")
    unseen = await forge(debate, group.mina, "discuss-reasons", 0, 1)
    forged = await forge(debate, group.mina, "discuss-vote", 0, 1, 0, 9)
    unknown = await forge(debate, group.mina, "discuss-vote", 0, 99, 0, 0)
    no_phase = await forge(debate, group.mina, "discuss-vote", 0, 1, 77, 0)
    await debate.go_on()
    late = await group.mina.submit_modal(form, {"text": "늦었어요"})
    late_vote = await forge(debate, group.mina, "discuss-vote", 0, 1, 0, 0)

    assert "먼저 내 입장" in told(early)
    assert "첫 투표가 끝날 때까지" in unseen
    assert "버튼" in forged
    assert "찾지 못했어요" in unknown
    assert "버튼" in no_phase
    assert "다음 단계로" in told(late)
    assert "다음 단계로" in late_vote


async def test_only_moderators_lead_and_presses_are_checked_anew(debate: Debate) -> None:
    group = debate.group
    # Sees the command, as whoever manages messages does, and yet is no moderator of ours.
    role = group.guild.create_role("도우미", permissions=discord.Permissions(manage_messages=True))
    helper = group.guild.add_member(group.env.create_user("도우미"), roles=[role])
    refused = await debate.admin("start", helper, prompt=DEBATE)
    await debate.start()
    stolen = await forge(debate, group.mina, "discuss-decide", 1, 1, 0)
    hiding = await forge(debate, group.mina, "discuss-hide", 1, 1, 0)
    again = await forge(debate, group.mina, "discuss-again", 1)
    approving = await forge(debate, group.mina, "discuss-approve", 1)
    export = await debate.admin("export", helper)
    hidden = await debate.admin("export")
    asked = await debate.admin("cancel")
    before = labels(answered(asked))
    late = await forge(debate, group.moderator, "discuss-decide", 2, 1, 1)
    await debate.press(group.moderator, answered(asked), before[0])
    await debate.wait(A_MOMENT)
    twice = await forge(debate, group.moderator, "discuss-decide", 2, 1, 0)

    for words in (told(refused), stolen, hiding, again, approving, told(export)):
        assert "운영자" in words
    assert "첫 투표가 끝날 때까지" in told(hidden)
    assert "다음 단계로" in late
    assert "끝났어요" in twice
    assert "그만뒀어요" in words_of(debate.posts[0])


async def test_buttons_work_after_a_restart_and_discuss_shows_my_own(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    await debate.vote(group.mina, 1)
    await group.restart()
    changed = await debate.vote(group.mina, 2)
    mine = await group.mina.slash(group.channel, "discuss")
    theirs = await group.jun.slash(group.channel, "discuss")
    opened = await debate.press(group.mina, answered(mine), "항상 도커가")

    assert "바꿨어요" in told(changed)
    assert "내 표: 분야마다" in told(mine)
    assert "아직 고르지 않았어요" in told(theirs)
    assert "discord.com/channels" in told(mine)
    assert "처음 고른 것" in told(opened)


async def test_a_member_in_timeout_takes_no_part(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    until = group.clock.now() + timedelta(hours=1)
    group.env.backend.edit_member(
        group.guild.id, group.mina.id, {"timed_out_until": until.isoformat()}
    )

    refused = await debate.vote(group.mina, 0)

    assert "타임아웃" in told(refused)


async def test_nobody_is_named_in_an_anonymous_debate(debate: Debate) -> None:
    group = debate.group
    await debate.start(anonymous=True)
    voted = await debate.vote(group.mina, 0)
    await debate.why(group.mina, answered(voted), "이유 쓰기", text="비밀이에요")
    await debate.go_on()
    question = await debate.press(group.mina, debate.reasons, "질문 있어요")
    await group.mina.submit_modal(question, {"text": "저만 궁금한가요?"})
    await debate.wait(A_MOMENT)
    theirs = await debate.press(group.moderator, debate.reasons, "이유 모두")
    asked = await debate.press(group.moderator, debate.reasons, "질문 보기")
    asked_too = answered(await debate.admin("export", names=True))
    await debate.go_on()
    await debate.go_on()
    gone = (
        await debate.press(group.mina, debate.in_thread[0], "이유 모두")
        if labels(debate.in_thread[0])
        else None
    )

    seen = [words_of(post) for post in (*debate.posts, *debate.in_thread)]
    minutes = (await asked_too.attachments[0].read()).decode()
    for words in (*seen, told(theirs), told(asked), minutes):
        assert "미나" not in words
        assert str(group.mina.id) not in words
    assert "비밀이에요" in told(theirs)
    assert "비밀이에요" in minutes
    assert gone is None or "비밀이에요" in told(gone)


async def test_questions_are_answered_by_a_concept_or_in_words(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    await debate.go_on()
    form = await debate.press(group.mina, debate.reasons, "질문 있어요")
    await group.mina.submit_modal(form, {"text": "커널이 뭐예요?"})
    listed = await debate.press(group.jun, debate.reasons, "질문 보기")
    slow = await debate.press(group.seo, debate.reasons, "질문 보기")
    form = await debate.press(group.jun, answered(listed), "1번에")
    slower = await debate.press(group.seo, answered(slow), "1번에")
    empty = await group.jun.submit_modal(form, {"concept": "", "answer": " "})
    form = await debate.press(group.jun, answered(listed), "1번에")
    await group.jun.submit_modal(form, {"concept": "커널이 뭐야?", "answer": ""})
    await group.seo.submit_modal(slower, {"concept": "", "answer": "저도요"})
    await debate.wait(A_MOMENT)

    assert "답이 비어 있어요" in said(empty)
    assert "노트의 「커널」" in words_of(debate.now(group.jun, answered(listed)))
    late = words_of(debate.now(group.seo, answered(slow)))
    assert "먼저 답했어요" in late
    assert "저도요" not in late


async def test_marks_are_kept_and_a_moderator_hides_a_reason(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    await debate.go_on()
    await debate.why(group.mina, debate.reasons, "이유 더하기", text="쓰레기 같은 소리")
    shown = await debate.press(group.jun, debate.reasons, "이유 모두")
    await debate.press(group.jun, answered(shown), "1. 동의")
    marked = words_of(debate.now(group.jun, answered(shown)))
    own = await debate.press(group.mina, debate.reasons, "이유 모두")
    seen = await debate.press(group.moderator, debate.reasons, "이유 모두")
    await debate.press(group.moderator, answered(seen), "1. 가리기")
    await debate.wait(A_MOMENT)
    gone = await debate.press(group.jun, answered(shown), "1. 패스")

    assert "동의 1" in marked
    assert "내 표시: 동의" in marked
    assert labels(answered(own)) == ["이유 더하기"]
    assert "미나" in told(own)
    assert "쓰레기" not in words_of(debate.reasons)
    assert "그 글은 이제 없어요" in words_of(gone.followups[-1].message)


async def test_a_reason_hidden_by_mistake_is_brought_back(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    await debate.go_on()
    await debate.why(group.mina, debate.reasons, "이유 더하기", text="실시간 제어에는 안 써요")
    seen = await debate.press(group.moderator, debate.reasons, "이유 모두")
    await debate.press(group.moderator, answered(seen), "1. 가리기")
    await debate.wait(A_MOMENT)
    hidden = words_of(debate.reasons)
    offered = debate.now(group.moderator, answered(seen))
    (button,) = (each for each in buttons(offered) if each.label == "다시 보이게 하기")
    kind, *numbers = (button.custom_id or "").removeprefix("1:").split(":")
    ids = [int(number) for number in numbers]
    refused = await forge(debate, group.mina, kind, *ids)
    await debate.press(group.moderator, answered(seen), "다시 보이게 하기")
    await debate.wait(A_MOMENT)
    shown = words_of(debate.reasons)
    back = debate.now(group.moderator, answered(seen))
    twice = await forge(debate, group.moderator, kind, *ids)
    asked = await debate.admin("close")
    await debate.press(group.moderator, answered(asked), "마감하기")
    await debate.wait(A_MOMENT)
    late = await forge(debate, group.moderator, kind, *ids)

    assert "다시 보이게 하기" in labels(offered)
    assert "실시간" not in hidden
    assert "운영자" in refused
    assert "실시간" in shown
    assert "다시 보이게 했어요" in words_of(back)
    assert "1. 가리기" in labels(back)
    assert "다시 보이게 하기" not in labels(back)
    assert "다시 보이게 했어요" in twice
    assert "끝났어요" in late


async def test_what_is_asked_is_answered_with_the_discussion(debate: Debate) -> None:
    group = debate.group
    question = "도커 쓰면 안 되는 곳?"
    before = await group.seo.slash(group.channel, "ask", question=question)
    await debate.start()
    during = await group.seo.slash(group.channel, "ask", question=question)
    await debate.vote(group.mina, 0)
    asked = await debate.admin("close")
    await debate.press(group.moderator, answered(asked), "마감하기")
    await debate.wait(timedelta(seconds=20))
    after = await group.seo.slash(group.channel, "ask", question=question)

    assert "함께 이야기해 보자고" in told(before)
    assert "지금 이걸로 토론하고 있어요" in told(during)
    assert "토론으로 가기" in labels(answered(during))
    assert "이미 토론했어요" in told(after)
    assert "토론 결과" in told(after)


async def test_a_channel_where_it_cannot_be_held_is_refused_before_anything_is_kept(
    debate: Debate,
) -> None:
    group = debate.group
    me = group.guild.me
    assert me is not None
    quiet = group.guild.create_text_channel(
        "조용한-방",
        overwrites={me: discord.PermissionOverwrite(create_public_threads=False)},
    )

    refused = await debate.admin("start", prompt=DEBATE, channel=quiet)
    listed = await debate.admin("list")

    assert "공개 스레드 만들기" in told(refused)
    assert "아직 토론을 연 적이 없어요" in told(listed)


async def test_what_moderators_type_is_read_or_refused(debate: Debate) -> None:
    group = debate.group
    offered = await group.moderator.autocomplete(
        group.channel, "discuss-admin start", "prompt", "도커"
    )
    lengths = await group.moderator.autocomplete(
        group.channel, "discuss-admin start", "first", "이틀"
    )
    unclear = await debate.admin("start", prompt=DEBATE, first="글쎄요")
    short = await debate.admin("start", prompt=DEBATE, first="1분")
    unknown = await debate.admin("start", prompt="쿠버네티스")
    nowhere = await debate.admin("pause")
    await debate.start(offered[0]["value"], argument="3d", **{"follow-ups": False})
    paused = await debate.admin("pause")
    extended = await debate.admin("extend", by="하루", discussion="1")
    resumed = await debate.admin("resume")
    twice = await debate.admin("resume")
    gone = await debate.admin("extend", by="하루", discussion="몰라")

    assert offered[0]["name"] == "항상 도커가 짱일까?"
    assert lengths == [{"name": "2일", "value": "2880m"}]
    assert "읽지 못했어요" in told(unclear)
    assert "짧을 수 없어요" in told(short)
    assert "토론거리는 없어요" in told(unknown)
    assert "이 채널에는 토론이 없어요" in told(nowhere)
    assert "잠시 멈춰" in told(paused)
    assert "항상 도커가" in told(extended)
    assert "끝나요" in told(resumed)
    assert "멈춰 있지 않아요" in told(twice)
    assert "찾지 못했어요" in told(gone)


async def test_a_proposed_prompt_is_mended_accepted_and_discussed(debate: Debate) -> None:
    group = debate.group
    fields = {
        "title": "스터디 시간",
        "question": "언제 모일까요? @everyone",
        "stances": "주말 오전\n- 평일 저녁",
        "background": "",
        "follow-ups": "",
    }
    form = await group.mina.slash(group.channel, "suggest", kind="suggest-debate")
    unfit = await group.mina.submit_modal(form, {**fields, "stances": "하나뿐"})
    form = await group.mina.slash(group.channel, "suggest", kind="suggest-debate")
    sent = await group.mina.submit_modal(form, fields)
    waiting = await group.moderator.autocomplete(
        group.channel, "discuss-admin start", "prompt", "스터디"
    )
    opened = await open_inbox(group, "토론거리 제안")
    shown = words_of(opened)
    form = await debate.press(group.moderator, opened, "고치기")
    await group.moderator.submit_modal(form, {**fields, "title": "모이는 시간"})
    await debate.press(group.moderator, opened, "받아들이기")
    accepted = words_of(debate.now(group.moderator, opened))
    twice = await forge(debate, group.moderator, "discuss-decline", 1)
    [offered] = await group.moderator.autocomplete(
        group.channel, "discuss-admin start", "prompt", "모이는"
    )
    await debate.start(offered["value"])

    assert "2~5개" in told(unfit)
    assert "고마워요" in told(sent)
    assert waiting == []
    assert "미나" in shown
    assert "@everyone" not in shown
    assert "받아들였어요" in accepted
    assert "이미 받아들였어요" in twice
    assert labels(debate.posts[0])[:2] == ["주말 오전", "평일 저녁"]


async def test_an_item_is_about_a_concept_and_says_so(debate: Debate) -> None:
    group = debate.group

    refused = await group.mina.slash(group.channel, "suggest", kind="suggest-short")

    assert "어떤 개념을 묻는" in told(refused)


async def test_moderators_are_told_once_when_a_message_is_deleted_and_post_it_again(
    debate: Debate,
) -> None:
    group = debate.group
    await debate.start()
    await debate.posts[0].delete()
    await debate.wait(A_MOMENT)
    mine = await group.mina.slash(group.channel, "discuss")
    listed = await debate.admin("list")
    await debate.press(group.moderator, answered(listed), "#1")
    await debate.wait(timedelta(seconds=20))
    voted = await debate.vote(group.mina, 1)

    notices = [message.content for message in group.moderator.user.dm_channel.history()]
    assert sum("지워졌어요" in notice for notice in notices) == 1
    assert "항상 도커가" in told(mine)
    assert "저장했어요" in told(voted)


async def test_a_moderator_discusses_a_question_of_the_quiz_once(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, SINGLE) as quiz:
        debate = Debate(quiz.group)
        await quiz.begin()
        stranger = await forge(debate, quiz.group.mina, "quiz-discuss", 1, 1)
        gone = await forge(debate, quiz.group.moderator, "quiz-discuss", 1, 99)
        started = await forge(debate, quiz.group.moderator, "quiz-discuss", 1, 1)
        await debate.wait(timedelta(seconds=20))
        twice = await forge(debate, quiz.group.moderator, "quiz-discuss", 1, 1)

        assert "운영자" in stranger
        assert gone
        assert "토론을" in started
        assert "이미 열려 있어요" in twice
        assert len(debate.group.channel.threads) == 1
        assert "저장했어요" in told(await debate.vote(quiz.group.mina, 0))
