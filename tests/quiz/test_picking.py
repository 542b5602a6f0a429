"""Which items come next: the unseen, then the hard, never one set aside."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.content.model import (
    Concept,
    ConceptId,
    Item,
    ItemId,
    ItemKind,
    Text,
    Topic,
    TopicId,
)
from bot.quiz.picking import Past, askable, picked

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
OS = TopicId("os")


def item(name: str, concept: str = "") -> Item:
    return Item(
        id=ItemId(name),
        topic=OS,
        concept=ConceptId(concept or name),
        kind=ItemKind.TRUE_FALSE,
        stem=Text(name),
        explanation=Text(name),
        truth=True,
    )


def past(days_ago: int, answers: int = 10, right: int = 5) -> Past:
    return Past(MONDAY - timedelta(days=days_ago), answers, right)


def names(items: tuple[Item, ...]) -> list[str]:
    return [each.id for each in items]


def test_what_was_never_asked_comes_first() -> None:
    items = [item("old"), item("new")]

    assert names(picked(items, {"old": past(30, right=0)}, 1, seed=1)) == ["new"]


def test_of_what_was_asked_the_hardest_comes_first() -> None:
    items = [item("easy"), item("hard"), item("yesterday"), item("lately")]
    before = {
        "easy": past(30, right=9),
        "hard": past(20, right=1),
        "yesterday": past(1, right=0),
        "lately": past(2, right=0),
    }

    assert names(picked(items, before, 2, seed=1)) == ["hard", "easy"]


def test_one_wrong_answer_is_not_the_hardest_of_all() -> None:
    items = [item("one"), item("many"), item("lately"), item("now")]
    before = {
        "one": past(30, answers=1, right=0),
        "many": past(20, answers=20, right=2),
        "lately": past(1),
        "now": past(0),
    }

    assert names(picked(items, before, 1, seed=1)) == ["many"]


def test_a_day_with_several_items_varies_its_concepts() -> None:
    items = [item("a", "x"), item("b", "x"), item("c", "y")]

    assert {each.concept for each in picked(items, {}, 2, seed=3)} == {"x", "y"}


def test_an_item_whose_concept_was_rewritten_is_not_asked() -> None:
    concept = Concept(ConceptId("kernel"), OS, Text("커널"), Text("OS의 가운데예요."))
    fits = replace(item("fits", "kernel"), stamp=concept.stamp)
    aside = replace(item("aside", "kernel"), stamp="0" * 16)
    topic = Topic(OS, Text("운영체제"), 1, Text("노트"), ())
    library = Library((topic,), (concept,), (), (fits, aside))

    assert names(askable(topic, library)) == ["fits"]


@given(
    seen=st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60), max_size=8),
    count=st.integers(1, 5),
    seed=st.text(max_size=5),
)
def test_the_same_seed_picks_the_same_items_and_none_twice(
    seen: dict[str, int], count: int, seed: str
) -> None:
    items = [item(name) for name in "abcdefgh"]
    before = {name: past(days) for name, days in seen.items()}

    first = picked(items, before, count, seed)

    assert names(first) == names(picked(items, before, count, seed))
    assert len(set(names(first))) == count
    unseen = len(items) - len(before)
    assert sum(name not in before for name in names(first)) == min(count, unseen)
