"""What a member's record says: topics, weak and strong concepts, sureness."""

from datetime import UTC, datetime
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.content.reader import read
from bot.quiz.model import Sureness
from bot.review.model import Done
from bot.review.record import Record, Share, record_of
from bot.review.streak import Streak
from tests.support.group import CONTENT

AT = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def library() -> Library:
    return read(CONTENT)


def item_of(concept: str) -> str:
    found = library().concept(concept)
    assert found is not None
    return library().items_of(found)[0].id


def done(concept: str, *verdicts: bool, sureness: Sureness | None = None) -> list[Done]:
    return [Done(item_of(concept), verdict, sureness, AT) for verdict in verdicts]


def recorded(*answers: list[Done]) -> Record:
    return record_of([each for group in answers for each in group], library(), Streak(0, 0), 0)


def titles(record: Record) -> tuple[list[str], list[str]]:
    return [each.title.ko for each in record.weak], [each.title.ko for each in record.strong]


def title(concept: str) -> str:
    found = library().concept(concept)
    assert found is not None
    return found.title.ko


def test_weak_and_strong_concepts_are_told_apart() -> None:
    record = recorded(done("kernel", True, True), done("hypervisor", False, False, True))

    assert titles(record) == ([title("hypervisor")], [title("kernel")])


def test_one_right_answer_does_not_make_a_concept_strong() -> None:
    assert titles(recorded(done("kernel", True))) == ([], [])


def test_only_the_last_answers_tell_how_a_concept_stands() -> None:
    record = recorded(done("kernel", *[False] * 5, *[True] * 5))

    assert titles(record) == ([], [title("kernel")])


def test_the_weakest_comes_first() -> None:
    record = recorded(done("kernel", True, False), done("hypervisor", False, False))

    assert titles(record)[0] == [title("hypervisor"), title("kernel")]


def test_topics_count_every_answer() -> None:
    (topic,) = recorded(done("kernel", True, False), done("hypervisor", True)).topics

    assert topic.share == Share(3, 2)


def test_sureness_counts_only_answers_that_were_called_sure() -> None:
    record = recorded(
        done("kernel", True, False, sureness=Sureness.SURE),
        done("kernel", False, sureness=Sureness.GUESS),
        done("kernel", False),
    )

    assert record.sure == Share(2, 1)


def test_an_item_that_left_the_notes_counts_in_the_total_alone() -> None:
    record = recorded([Done("gone", True, None, AT)])

    assert record.total == Share(1, 1)
    assert record.topics == ()


@given(st.lists(st.tuples(st.sampled_from(["kernel", "hypervisor", "docker"]), st.booleans())))
def test_the_numbers_add_up_whatever_was_answered(answers: list[tuple[str, bool]]) -> None:
    record = recorded(*(done(concept, verdict) for concept, verdict in answers))

    assert sum(each.share.answers for each in record.topics) == record.total.answers
    assert not {each.title for each in record.weak} & {each.title for each in record.strong}
    assert all(each.share.right <= each.share.answers for each in record.topics)
