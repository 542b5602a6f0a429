"""Short questions go on from what was talked about: through /ask, mention, reply and DM."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.answers.index import Index
from bot.answers.model import Finding, Question
from bot.answers.personal import DECLARED
from bot.content.reader import read
from bot.korean.elaborations import Wish, wish_of
from bot.privacy.register import Register
from bot.privacy.service import expire
from tests.answers.real import KO, ask, newest, press, real_group, rows, title
from tests.support.group import CONTENT, Group
from tests.support.told import answered, labels, words_of


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """The group, with the real index."""
    async with real_group(tmp_path) as opened:
        yield opened


@cache
def index() -> Index:
    return Index.build(read(CONTENT))


def find(previous: str, text: str) -> Finding:
    return index().find(Question(text, previous))


@pytest.mark.parametrize(
    ("previous", "text", "concept"),
    [
        ("Type-1 하이퍼바이저", "그럼 Type-2는?", "type2"),
        ("도커", "장점은?", "why-docker"),
        ("도커", "왜 써?", "why-docker"),
        ("도커", "더 자세히", "docker"),
        ("도커", "그게 뭔데?", "docker"),
        ("하이퍼바이저", "쉽게 말하면?", "hypervisor"),
        ("컨테이너", "예를 들면?", "container-metaphor"),
        ("하이퍼바이저", "종류는?", "hypervisor-types"),
        ("운영체제 없이 쇳덩이 위에 바로 깔리는 방식", "더 자세히", "type1"),
        ("Docker", "what about the advantages?", "why-docker"),
        ("타입1 하이퍼바이저가 뭐야", "그럼 2는?", "type2"),
        ("Type-2 하이퍼바이저", "1은요?", "type1"),
        ("가상화 이전", "이후는?", "after-virtualization"),
        ("가상화 이후", "그 전에는 어땠나요?", "before-virtualization"),
        ("호스트 OS", "게스트는?", "guest-os"),
    ],
)
def test_a_short_question_is_about_what_was_talked_about(
    previous: str, text: str, concept: str
) -> None:
    assert find(previous, text).concept == concept


@pytest.mark.parametrize(
    "text", ["리액트는?", "점심 뭐 먹지?", "고마워", "쿠버네티스는?", "ㅋㅋㅋ"]
)
@pytest.mark.parametrize("previous", ["도커", "Type-1 하이퍼바이저", "가상 머신 차이 컨테이너"])
def test_what_the_notes_have_never_heard_of_is_not_answered_with_what_was_before(
    previous: str, text: str
) -> None:
    assert find(previous, text).concept is None


@pytest.mark.parametrize("text", ["종류는?", "단점은?"])
def test_an_answer_to_a_short_question_has_to_do_with_what_was_before(text: str) -> None:
    # The notes have kinds of hypervisors, and what is bad about sharing a host.
    assert find("도커", text).concept is None


@pytest.mark.parametrize(
    ("previous", "text", "pair"),
    [
        ("도커", "그럼 VM이랑 차이는?", ("docker", "vm")),
        ("가상 머신", "컨테이너랑 뭐가 달라?", ("vm", "container")),
        ("Type-1 하이퍼바이저", "VM과 비교하면?", ("type1", "vm")),
    ],
)
def test_one_name_and_a_comparing_word_compare_with_what_was_before(
    previous: str, text: str, pair: tuple[str, str]
) -> None:
    assert find(previous, text).compared == pair


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("예를 들면?", Wish.EXAMPLE),
        ("예시 좀", Wish.EXAMPLE),
        ("for example?", Wish.EXAMPLE),
        ("더 자세히 설명해 줘", Wish.MORE),
        ("그게 뭔데", Wish.MORE),
        ("can you explain it more?", Wish.MORE),
        ("고마워", None),
        ("네", None),
        ("ㅋㅋ", None),
        ("예산이 얼마야", None),
        ("자세히 보니 도커가 아니네", None),
        ("", None),
        ("\ud83d", None),
        ("그게 " * 900, None),
    ],
)
def test_a_wish_for_more_is_told_from_anything_else(text: str, wish: Wish | None) -> None:
    assert wish_of(text) is wish


async def test_follow_ups_by_command_go_on_from_the_last_answer(group: Group) -> None:
    await ask(group, group.mina, "도커가 뭐야?")
    first = await ask(group, group.mina, "장점은?")
    second = await ask(group, group.mina, "그럼 VM이랑 차이는?")
    others = await ask(group, group.jun, "장점은?")

    assert title(first).startswith("도커를 쓰는 이유")
    assert "↔" in title(second)
    assert title(others) == ""


async def test_follow_ups_go_on_for_ten_minutes(group: Group) -> None:
    await ask(group, group.mina, "하이퍼바이저가 뭐야?")
    await group.env.advance_time(590)
    soon = await ask(group, group.mina, "종류는?")
    await ask(group, group.jun, "하이퍼바이저가 뭐야?")
    await group.env.advance_time(601)
    late = await ask(group, group.jun, "더 자세히")

    assert "종류" in title(soon)
    assert title(late) == ""


async def test_an_honest_no_leaves_the_subject_and_another_name_changes_it(group: Group) -> None:
    await ask(group, group.mina, "하이퍼바이저가 뭐야?")
    unheard = await ask(group, group.mina, "고마워 친구야")
    still = await ask(group, group.mina, "종류는?")
    neighbour = await ask(group, group.mina, "쿠버네티스는?")
    changed = await ask(group, group.mina, "종류는?")

    assert title(unheard) == title(neighbour) == title(changed) == ""
    assert "종류" in title(still)


async def test_a_follow_up_by_mention(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")
    await group.mina.send(group.channel, f"{group.mention} 그럼 장점은?")

    assert title(newest(group)).startswith("도커를 쓰는 이유")


async def test_a_follow_up_by_reply_to_somebody_elses_answer(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")
    answer = newest(group)
    await group.mina.send(group.channel, f"{group.mention} 하이퍼바이저가 뭐야?")
    await group.env.advance_time(3600)

    await group.jun.send(group.channel, f"{group.mention} 장점은?", reply_to=answer)

    assert title(newest(group)).startswith("도커를 쓰는 이유")


async def test_a_reply_goes_on_from_what_the_message_shows_by_now(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")
    answer = newest(group)
    # The asker turns to a related concept, in place.
    related = labels(answer)[0]
    await group.mina.click(answer, label=related)
    turned = newest(group)
    await group.env.advance_time(3600)

    await group.jun.send(group.channel, f"{group.mention} 더 자세히", reply_to=turned)

    assert title(newest(group)) == title(turned)
    assert title(turned) != "도커 · Docker"


async def test_a_reply_to_an_honest_no_goes_on_from_its_question(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} 쿠버네티스는?")

    await group.jun.send(group.channel, f"{group.mention} 장점은?", reply_to=newest(group))

    assert title(newest(group)) == ""


async def test_a_follow_up_in_direct_messages(group: Group) -> None:
    await group.mina.send_dm("도커가 뭐야?")
    await group.mina.send_dm("장점은?")
    by_command = answered(await group.mina.user.slash("ask", question="더 자세히"))

    history = group.mina.user.dm_channel.history()
    assert title(history[3]).startswith("도커를 쓰는 이유")
    assert title(by_command).startswith("도커를 쓰는 이유")


async def test_direct_messages_and_channels_are_conversations_of_their_own(group: Group) -> None:
    other = group.guild.create_text_channel("다른 방")
    await ask(group, group.mina, "도커가 뭐야?")

    elsewhere = answered(await group.mina.slash(other, "ask", question="장점은?"))
    await group.mina.send_dm("장점은?")

    assert title(elsewhere) == ""
    assert title(group.mina.user.dm_channel.history()[-1]) == ""


async def test_a_press_on_an_answers_button_sets_the_subject_for_who_presses(
    group: Group,
) -> None:
    await group.mina.send(group.channel, f"{group.mention} 도커가 뭐야?")
    related = labels(newest(group))[0]
    await press(group, newest(group), related, group.jun)

    more = await ask(group, group.jun, "더 자세히")
    hers = await ask(group, group.mina, "장점은?")

    assert title(more).startswith(related.split("(")[0].strip()[:3])
    assert title(hers).startswith("도커를 쓰는 이유")


async def test_the_subject_is_remembered_over_a_restart(group: Group) -> None:
    await ask(group, group.mina, "도커가 뭐야?")
    await group.restart()

    assert title(await ask(group, group.mina, "장점은?")).startswith("도커를 쓰는 이유")


async def test_asking_on_goes_on_from_the_concept_that_is_shown(group: Group) -> None:
    message = await ask(group, group.mina, "도커가 뭐야?")
    await ask(group, group.mina, "하이퍼바이저가 뭐야?")
    form = await group.mina.click(message, label=KO("answer-ask-on"))

    result = await group.mina.submit_modal(form, {"question": "장점은?"})

    assert title(answered(result)).startswith("도커를 쓰는 이유")


@pytest.mark.parametrize(
    "odd",
    [
        "가" * 1990,
        "?",
        "👩‍👩‍👧‍👦" * 50,
        "장점\ud83d은?",
        "@everyone 장점은?",
        "```장점",
        "장점은? " * 300,
    ],
)
async def test_odd_text_after_an_answer_gets_an_answer(group: Group, odd: str) -> None:
    await group.mina.send_dm("도커가 뭐야?")

    await group.mina.send_dm(odd)

    last = group.mina.user.dm_channel.history()[-1]
    assert last.author == group.env.bot.user
    assert last.embeds
    assert not last.mention_everyone
    assert "Traceback" not in words_of(last)


async def test_what_was_talked_about_is_forgotten_after_a_day(group: Group) -> None:
    await ask(group, group.mina, "도커가 뭐야?")
    kept = await rows(group, "SELECT count(*) FROM answer_topic")
    now = group.clock.now() + timedelta(days=1, minutes=1)

    async with group.bot.storage.work() as work:
        await expire(work, Register([DECLARED]), now)
        await work.commit()

    assert kept == [(1,)]
    assert await rows(group, "SELECT count(*) FROM answer_topic") == [(0,)]
    assert await rows(group, "SELECT count(*) FROM question") == [(1,)]
