"""The minutes of a discussion, which our own importer reads."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.importer.note import plan_of
from bot.content.importer.plan import Plan
from bot.content.importer.write import write_plan
from bot.content.reader import check
from bot.discord_ui.words import LANGUAGES, voice
from bot.discussion.minutes import minutes_of
from bot.discussion.model import Material, Voter
from bot.discussion.report import reasons_shown
from tests.screens.scenes_discussion_report import (
    CROWD,
    DEBATE,
    EXPERIENCE,
    MATERIAL,
    NAMES,
    TOLD,
    came_to,
    discussion,
)


def minutes(
    material: Material = MATERIAL,
    language: str = "ko",
    *,
    name: str = DEBATE,
    anonymous: bool = False,
    named: bool = True,
) -> str:
    held = discussion(name, anonymous=anonymous)
    report = came_to(material, name=name, anonymous=anonymous)
    reasons = reasons_shown(held, material)
    return minutes_of(held, report, reasons, voice(language), NAMES if named else None)


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
    ("material", "name", "anonymous"),
    [
        (MATERIAL, DEBATE, False),
        (replace(MATERIAL, votes=CROWD), DEBATE, True),
        (Material(), DEBATE, False),
        (TOLD, EXPERIENCE, False),
    ],
)
def test_the_importer_takes_the_minutes(
    material: Material, name: str, anonymous: bool, language: str
) -> None:
    plan = imported(minutes(material, language, name=name, anonymous=anonymous))

    title = discussion(name).prompt.title.into(language)
    assert title in {each.title for each in plan.discussions}
    assert title in {card.names.ko for card in plan.cards}
    kept = next(each for each in plan.discussions if each.title == title)
    front = yaml.safe_load(kept.text.split("---")[1])
    question = discussion(name).prompt.question.into(language)
    assert front["question"]["ko"] == question
    assert all(card.names.ko.startswith(title) for card in plan.cards)


def test_an_open_question_becomes_something_to_talk_about() -> None:
    plan = imported(minutes())

    assert [each.title for each in plan.discussions] == [
        "항상 도커가 짱일까?",
        "윈도우 컨테이너는 커널이 다른가요?",
    ]


def test_the_minutes_have_both_counts_the_moves_and_every_reason() -> None:
    text = minutes()

    assert "- 거의 언제나 도커가 낫다: 4명 → 2명 (−2)" in text
    assert "11명 중 4명이 생각을 바꿨어요. 한 번만 투표한 사람: 처음만 1명, 다시만 2명." in text
    assert "- 거의 언제나 도커가 낫다 → 대체로 도커, 예외 분야가 조금 있다: 2명" in text
    assert "- 분야마다 다르다, 반반이다 (2개)\n  - 실시간 제어는" in text
    assert "(동의 6, 다름 0)" in text
    assert "- 데스크톱 (2명)" in text
    assert "- 격리 수준 (3번)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_experiences_are_a_list_of_stories_and_no_reasons(language: str) -> None:
    text = minutes(TOLD, language, name=EXPERIENCE)

    assert {"ko": "나눈 이야기 2개", "en": "2 stories"}[language] in text
    assert {"ko": "이유", "en": "reason"}[language] not in text


def test_names_are_written_only_if_asked_for() -> None:
    assert "— 민아" in minutes()
    assert not any(name in minutes(named=False) for name in NAMES.values())


def test_an_anonymous_discussion_names_nobody_even_if_asked() -> None:
    text = minutes(anonymous=True)

    assert not any(name in text for name in NAMES.values())
    assert "이름 없이 나눈 토론" in text


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00") | st.sampled_from("#-*>`[]()<|_1.:\n "),
    max_size=60,
)


@given(said=_TEXT, value=_TEXT, asked=_TEXT, name=_TEXT)
@settings(max_examples=60, deadline=None)
def test_whatever_members_write_the_minutes_keep_their_shape(
    said: str, value: str, asked: str, name: str
) -> None:
    reasons = tuple(replace(each, text=said, fields={"field": value}) for each in MATERIAL.reasons)
    questions = tuple(replace(each, text=asked) for each in MATERIAL.questions)
    material = replace(MATERIAL, reasons=reasons, questions=questions)
    held, report = discussion(), came_to(material)
    text = minutes_of(held, report, reasons_shown(held, material), voice("ko"), {Voter("2"): name})

    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings[:2] == ["# 새롭게 알게된 점", "## 항상 도커가 짱일까?"]
    assert headings[-1] == "# 함께 이야기하고 싶은 점"
    plan = imported(text)
    assert plan.discussions[0].title == "항상 도커가 짱일까?"
