"""What was taught helps near variants, and leaves every other question as it was."""

from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.question_set import CONTENT, cases
from bot.answers.asked import Outcome
from bot.answers.model import Finding, Question
from bot.answers.notes import Edition
from bot.answers.teaching.alike import cases as alike
from bot.answers.teaching.model import Lesson, Missed
from bot.answers.teaching.overlay import Overlay
from bot.content.reader import read
from bot.ids import GuildId, MemberId

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, CHIEF = GuildId(1), MemberId(2)
# What a group may call things; none of it is in the notes.
TAUGHT = (
    ("고래표 프로그램 그거 뭐냐", "docker"),
    ("3층 서버실 큰 박스", "host-system"),
    ("김대리가 말한 아파트 비유", "vm-vs-container"),
    ("우리 반장 프로그램", "hypervisor"),
    ("쿠버네티스 시작 전에 볼 것", "container"),
    ("지난주 과제 첫 문제", "virtualization"),
    ("발표 때 나온 씨앗 얘기", "kernel"),
    ("도커 컴포즈 파일 문법", "docker"),
    ("리눅스 네임스페이스 숙제", "isolation"),
    ("세미나 붕어빵 그림", "image-class"),
    ("포토샵 이미지 말고 그 이미지", "image"),
    ("JVM 질문 나왔을 때 그 카드", "vm"),
    ("what did kim call the foreman", "hypervisor"),
    ("the whale thing from monday", "docker"),
    ("월요일에 배운 두 집 살림", "guest-os"),
    ("시험 범위 2번 주제", "type2"),
    ("시험 범위 1번 주제", "type1"),
    ("이사 짐 싸는 법 비유", "container-metaphor"),
    ("라이선스 돈 얘기 나온 슬라이드", "license"),
    ("도커 스웜 대신 쓰는 것", "docker-engine"),
)


@cache
def edition() -> Edition:
    return Edition.of(read(CONTENT))


def lessons(*pairs: tuple[str, str | None]) -> tuple[Lesson, ...]:
    """Return lessons as they are kept, newest first."""
    made = [
        Lesson(number, GUILD, concept, (phrase,), CHIEF, NOON)
        for number, (phrase, concept) in enumerate(pairs, start=1)
    ]
    return tuple(reversed(made))


def overlay(*pairs: tuple[str, str | None]) -> Overlay:
    return Overlay(edition().index, edition().library, lessons(*pairs))


def find(laid: Overlay, text: str, previous: str | None = None) -> Finding:
    question = Question(text, previous)
    return laid.over(question, edition().index.find(question))


def test_twenty_lessons_leave_the_answers_to_all_other_questions_as_they_were() -> None:
    laid = overlay(*TAUGHT)
    changed = []
    for case in cases():
        before = edition().index.find(case.question)
        after = laid.over(case.question, before)
        if (before.concept, before.prompt, before.compared) != (
            after.concept,
            after.prompt,
            after.compared,
        ):
            changed.append((case.question.text, before.concept, after.concept))

    # The one that was taught is also among the questions, word for word less one.
    assert [each for each in changed if "컴포즈" not in each[0]] == []


def test_each_of_twenty_lessons_is_found_again() -> None:
    laid = overlay(*TAUGHT)

    assert [find(laid, phrase).concept for phrase, _ in TAUGHT] == [name for _, name in TAUGHT]


@pytest.mark.parametrize(
    ("phrase", "variant"),
    [
        ("우리 고래 로고 그거", "우리 고래 로고 그거 뭐예요?"),
        ("우리 고래 로고 그거", "혹시 우리 고래 로고가 뭔지 아시는 분"),
        ("우리 고래 로고 그거", "우리고래로고"),
        ("쿠버네티스 파드", "쿠버내티스 파드가 뭐야"),
        ("도커 무지개표", "docker 무지개표는?"),
        ("옆방 불나도 괜찮은 거", "옆방 불나도 괜찮은 거예요?"),
        ("blue whale thing", "What is the BLUE whale thing?"),
    ],
)
def test_particles_endings_spaces_and_slips_make_no_difference(phrase: str, variant: str) -> None:
    assert find(overlay((phrase, "docker")), variant).concept == "docker"


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("도커 컴포즈", "도커 스웜"),
        ("도커 컴포즈", "도커 컴포즈 단점이 뭐야"),
        ("도커 컴포즈", "도커가 뭐야"),
        ("무지개 서버 장점", "무지개 서버 단점"),
        ("시험 범위 1번", "시험 범위 2번"),
        ("우리 고래 로고", "우리 회사 위치"),
        ("쿠버네티스", "쿠버네티스 설치하는 법"),
    ],
)
def test_what_asks_for_something_else_is_not_swallowed(phrase: str, other: str) -> None:
    # "kernel" answers none of these by itself.
    assert find(overlay((phrase, "kernel")), other).concept != "kernel"


def test_the_newest_lesson_about_the_same_words_holds() -> None:
    laid = overlay(("무지개표", "docker"), ("무지개표", "kernel"))

    assert find(laid, "무지개표가 뭐야?").concept == "kernel"


def test_a_counter_example_makes_an_answer_an_honest_no() -> None:
    laid = overlay(("도커가 뭐야", None))

    refused, other = find(laid, "도커가 뭐예요?"), find(laid, "도커는 왜 써?")

    assert (refused.concept, refused.near, refused.why.taught) == (None, (), "도커가 뭐야")
    assert other.concept == "why-docker"


def test_a_follow_up_is_taught_together_with_what_it_goes_on_from() -> None:
    laid = overlay(("도커 단점", "host-failure"))

    assert find(laid, "단점은?", "도커").concept == "host-failure"
    assert find(laid, "단점은?").concept is None


def test_a_lesson_of_a_concept_that_left_the_notes_counts_for_nothing() -> None:
    laid = overlay(("무지개표", "no-such-concept"))

    assert find(laid, "무지개표").concept is None


def test_a_question_near_to_a_lesson_is_offered_its_concept() -> None:
    laid = overlay(("무지개 서버 상자", "image"))

    assert "image" in find(laid, "무지개 서버 상자 딸기").near


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_taught_or_asked_nothing_breaks(odd: str) -> None:
    laid = overlay((odd, "docker"), (odd[::-1], None))

    found = find(laid, odd)

    assert found.concept is None or edition().library.concept(found.concept) is not None


def missed(*texts: str) -> list[Missed]:
    return [
        Missed(number, MemberId(number), text, Outcome.GAP, NOON)
        for number, text in enumerate(texts, start=1)
    ]


def test_near_duplicates_are_one_case_and_different_questions_are_not() -> None:
    found = alike(
        missed(
            "쿠버네티스가 뭐야?",
            "쿠버내티스가 뭐예요",
            "쿠버네티스란",
            "무지개 서버 장점",
            "무지개 서버 단점",
            "Type-1 무지개",
            "Type-2 무지개",
        )
    )

    assert [len(case.missed) for case in found] == [3, 1, 1, 1, 1]
    assert found[0].wordings[0].text == "쿠버네티스가 뭐야?"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_question_is_in_exactly_one_case(texts: list[str]) -> None:
    found = alike(missed(*texts))

    numbers = [each.number for case in found for each in case.missed]
    assert sorted(numbers) == list(range(1, len(texts) + 1))
