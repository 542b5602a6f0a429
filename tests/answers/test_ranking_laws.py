"""What holds for any question and any library."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.question_set import CONTENT
from bot.answers.index import Index
from bot.answers.model import MAX_NEAR, MAX_RANKED, Question
from bot.content.library import Library
from bot.content.model import Concept, ConceptId, Outside, Section, Text, Topic, TopicId
from bot.content.reader import read

SHIPPED = Index.build(read(CONTENT))
anything = st.text(st.characters(), max_size=400)
questionlike = st.lists(
    st.sampled_from(
        "도커 컨테이너 가상머신 vm 차이 왜 장점 ㅋㅋ ehzj ㄷㅗ커 type 2 스웜 뭐야 그럼 는".split()
    ),
    max_size=12,
).map(" ".join)


def garden() -> Library:
    """A server's own little note, about nothing that we know."""
    topic = TopicId("garden")

    def concept(name: str, title: str, english: str, short: str, *asked: str) -> Concept:
        return Concept(
            ConceptId(name),
            topic,
            Text(title, english),
            Text(short),
            (Section("언제 하나요", "봄과 가을에 해요."),),
            asked_as=asked,
        )

    concepts = (
        concept("pruning", "가지치기", "Pruning", "웃자란 가지를 잘라 줘요.", "나무 자르는 법"),
        concept("compost", "퇴비", "Compost", "음식 찌꺼기를 썩혀 만든 거름이에요.", "거름 만들기"),
    )
    outside = (
        Outside(("가지볶음",), (ConceptId("pruning"),)),
        # Another note leaves out what this one explains under its English name.
        Outside(("조경",), (), asked_as=("정원 컴포스트 통",)),
    )
    empty = Text("정원", "Garden")
    return Library((Topic(topic, empty, 1, empty, (), outside=outside),), concepts)


@given(anything | questionlike, st.none() | anything | questionlike)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_finding_within_bounds(text: str, previous: str | None) -> None:
    found = SHIPPED.find(Question(text, previous))

    assert 0 <= found.confidence <= 1
    assert len(found.ranked) <= MAX_RANKED
    assert len(found.near) <= MAX_NEAR
    assert found.concept is None or found.prompt is None
    assert found.concept is None or found.ranked[0].concept == found.concept
    assert found.compared is None or found.concept is not None
    assert len({each.concept for each in found.ranked}) == len(found.ranked)


@given(questionlike)
@settings(max_examples=50, deadline=None)
def test_the_same_question_always_gets_the_same_finding(text: str) -> None:
    again = Index.build(read(CONTENT)) if not text else SHIPPED

    assert again.find(Question(text)) == SHIPPED.find(Question(text))


@pytest.mark.parametrize(
    "text", ["", " ", "?", "🐳", "🐳" * 500, "ㅋ", "\ud800", "\x00", "가" * 2000]
)
def test_nothing_asked_is_nothing_found(text: str) -> None:
    found = SHIPPED.find(Question(text))

    assert found.concept is None
    assert found.prompt is None


@pytest.mark.parametrize(
    "piece", ["도커 ", "ㄷㅗㅋ", "ehzj", "하이퍼발", "((((", "a-", "이이가은는"]
)
def test_two_thousand_letters_are_cut_to_a_question(piece: str) -> None:
    read_as = SHIPPED.find(Question((piece * 2000)[:2000])).why.read_as

    assert len(read_as) < 700


def test_an_empty_library_covers_nothing() -> None:
    found = Index.build(Library()).find(Question("도커가 뭐야?", "그건?"))

    assert (found.concept, found.ranked, found.near) == (None, (), ())


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("가지치기가 뭐예요?", "pruning"),
        ("rkwlclrl", "pruning"),
        ("컴포스트가 뭐야", "compost"),
        ("퇴비란", "compost"),
        ("가지볶음 만들기", None),
        ("도커가 뭐야?", None),
    ],
)
def test_another_library_is_searched_as_well(text: str, concept: str | None) -> None:
    assert Index.build(garden()).find(Question(text)).concept == concept
