"""The minutes of a session, which our own importer reads."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.importer.note import plan_of
from bot.content.importer.plan import Plan
from bot.content.importer.write import write_plan
from bot.content.model import Text
from bot.content.reader import check
from bot.discord_ui.words import LANGUAGES, voice
from bot.sessions.minutes import minutes_of
from bot.sessions.model import Ending, Understood
from bot.sessions.recap import CardSeen, ItemAsked, Recap, Talked

RECAP = Recap(
    title=Text("첫 모임", "First meeting"),
    goal=Text("커널을 설명해요.", "Explain the kernel."),
    day="2026-11-28",
    minutes=75,
    present=3,
    ending=Ending.DONE,
    cards=(
        CardSeen("kernel", Text("커널", "Kernel"), Text("OS의 가운데."), Understood(2, 1)),
        CardSeen("shell", Text("셸", "Shell"), Text("껍데기."), Understood(3, 0)),
    ),
    items=(
        ItemAsked(Text("커널은 무엇을 나눠 줄까요?", "What does it share?"), 4, 2),
        ItemAsked(Text("셸은 무엇일까요?", "What is a shell?"), 3, 3),
    ),
    talked=(
        Talked(
            Text("어떤 OS가 좋을까?", "Which OS?"),
            Text("어떤 OS가 가장 좋을까요?", "Which OS is the best?"),
            "3명 중 1명이 생각을 바꿨어요",
            ("늘: 2명 → 1명", "가끔: 1명 → 2명"),
            ("서버에서는요?",),
        ),
    ),
    unanswered=("쿠버네티스는 뭐예요?",),
)


def imported(text: str) -> Plan:
    """Imports into a new folder; raises what the importer refuses, and fails on its faults."""
    with TemporaryDirectory() as folder:
        note = Path(folder) / "minutes.md"
        note.write_text(text, "utf-8")
        plan = plan_of(note, "minutes", Path(folder) / "content")
        write_plan(plan, overwrite=False)
        assert check(Path(folder) / "content" / "minutes") == ()
        return plan


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "recap",
    [RECAP, replace(RECAP, cards=(), items=(), talked=(), unanswered=())],
    ids=["whole", "empty"],
)
def test_the_importer_takes_the_minutes(recap: Recap, language: str) -> None:
    plan = imported(minutes_of(recap, voice(language)))

    title = f"{recap.title.into(language)}"
    assert any(title in card.names.ko for card in plan.cards)


def test_what_to_talk_about_next_becomes_prompts() -> None:
    plan = imported(minutes_of(RECAP, voice("ko")))

    titles = " ".join(each.title for each in plan.discussions)
    assert "서버에서는요?" in titles
    assert "4명 중 2명이 맞혀서" in titles
    assert "커널, 어떻게 설명하면 쉬울까요?" in titles
    assert len(plan.discussions) == 3


def test_the_minutes_say_what_was_learned_with_n() -> None:
    text = minutes_of(RECAP, voice("ko"))

    assert "75분 동안 3명이 함께했어요." in text
    assert "- 커널 — OS의 가운데. (이해 2명, 헷갈림 1명)" in text
    assert "- 커널은 무엇을 나눠 줄까요? (4명 중 2명이 맞혔어요)" in text
    assert "- 쿠버네티스는 뭐예요?" in text
    assert "3명 중 1명이 생각을 바꿨어요." in text


def test_what_nobody_answered_is_said_without_noughts() -> None:
    [card, *_], [item, *_] = RECAP.cards, RECAP.items
    silent = replace(
        RECAP,
        cards=(replace(card, answers=Understood()),),
        items=(replace(item, answers=0, right=0),),
    )

    text = minutes_of(silent, voice("ko"))

    assert "- 커널 — OS의 가운데.\n" in text
    assert "(아무도 답하지 않았어요)" in text
    assert "0명" not in text


def test_a_discussion_that_goes_on_is_something_to_talk_about() -> None:
    going = replace(RECAP.talked[0], headline=None, lines=(), open_questions=())

    text = minutes_of(replace(RECAP, talked=(going,)), voice("ko"))

    closing = text.split("# 함께 이야기하고 싶은 점")[1]
    assert "어떤 OS가 가장 좋을까요?" in closing


def test_a_recap_comes_back_from_the_ledger_as_it_was() -> None:
    assert Recap.from_json(RECAP.to_json()) == RECAP


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00") | st.sampled_from("#-*>`[]()<|_1.:\n "),
    max_size=60,
)


@given(asked=_TEXT, question=_TEXT)
@settings(max_examples=40, deadline=None)
def test_whatever_members_ask_the_minutes_keep_their_shape(asked: str, question: str) -> None:
    talked = replace(RECAP.talked[0], open_questions=(question,))
    text = minutes_of(replace(RECAP, unanswered=(asked,), talked=(talked,)), voice("ko"))

    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings[:2] == ["# 새롭게 알게된 점", "## 첫 모임 (2026-11-28 모임)"]
    assert headings[-1] == "# 함께 이야기하고 싶은 점"
    imported(text)
