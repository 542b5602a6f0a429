"""An asked item stays as it was asked."""

import pytest

from bot.content.library import Library
from bot.content.model import ItemKind
from bot.content.reader import read
from bot.quiz.judging import NotOnOffer, verdict_of
from bot.quiz.model import Given
from bot.quiz.snapshot import FALSE, TRUE, Snapshot, UnreadableSnapshot
from tests.support.group import CONTENT


@pytest.fixture(scope="module")
def library() -> Library:
    return read(CONTENT)


def test_every_shipped_item_is_read_back_as_it_was_frozen(library: Library) -> None:
    for item in library.items:
        frozen = Snapshot.of(item, library, seed=7)

        assert Snapshot.from_json(frozen.as_json()) == frozen


def test_every_shipped_items_own_key_is_right_and_each_distractor_wrong(library: Library) -> None:
    for item in library.items:
        frozen = Snapshot.of(item, library, seed=7)
        if item.kind is ItemKind.SHORT:
            assert frozen.key is not None
            assert verdict_of(frozen, Given(text=frozen.key.ko)).is_right, item.id
            assert verdict_of(frozen, Given(text=frozen.key.en)).is_right, item.id
            for wrong in frozen.contrast:
                assert not verdict_of(frozen, Given(text=wrong)).is_right, (item.id, wrong)
            continue
        assert verdict_of(frozen, Given(frozen.keys)).is_right, item.id
        for option in frozen.options:
            if not option.is_key:
                verdict = verdict_of(frozen, Given(frozenset({option.index})))
                assert not verdict.is_right
                assert verdict.reasons == (option.reason,), item.id


def test_choices_are_shuffled_by_the_seed_but_kept_by_their_place(library: Library) -> None:
    item = next(each for each in library.items if each.kind is ItemKind.SINGLE)

    shown = {tuple(o.index for o in Snapshot.of(item, library, seed).options) for seed in range(50)}

    assert len(shown) > 5
    for seed in range(5):
        for option in Snapshot.of(item, library, seed).options:
            assert item.choices[option.index].text == option.text


def test_true_comes_before_false(library: Library) -> None:
    item = next(each for each in library.items if each.kind is ItemKind.TRUE_FALSE)

    options = Snapshot.of(item, library, seed=3).options

    assert [option.index for option in options] == [TRUE, FALSE]


def test_an_answer_that_is_not_on_offer_is_refused(library: Library) -> None:
    single = next(each for each in library.items if each.kind is ItemKind.SINGLE)
    frozen = Snapshot.of(single, library, seed=1)

    for forged in (Given(), Given(frozenset({99})), Given(frozenset({0, 1})), Given(text="0")):
        with pytest.raises(NotOnOffer):
            verdict_of(frozen, forged)


def test_several_choices_are_right_only_all_together(library: Library) -> None:
    item = next(each for each in library.items if each.kind is ItemKind.MULTIPLE)
    frozen = Snapshot.of(item, library, seed=1)
    first = min(frozen.keys)

    verdict = verdict_of(frozen, Given(frozenset({first})))

    assert not verdict.is_right
    assert set(verdict.overlooked) == frozen.keys - {first}


def test_a_snapshot_of_another_version_is_not_misread(library: Library) -> None:
    stored = Snapshot.of(library.items[0], library, seed=1).as_json() | {"v": 2}

    with pytest.raises(UnreadableSnapshot):
        Snapshot.from_json(stored)
