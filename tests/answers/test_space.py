"""Which owner's texts are likest to a question, and whether several of them agree."""

from collections import Counter

import pytest

from bot.answers.space import Space


def space(*texts: tuple[int, str]) -> Space:
    return Space((owner, Counter(text.split())) for owner, text in texts)


def test_the_likest_text_of_each_owner_counts_and_is_told() -> None:
    found = space((0, "red box"), (0, "blue box"), (1, "red hat")).likest(Counter(["blue", "box"]))

    value, place, _ = found[0]
    assert value == pytest.approx(1.0)
    assert place == 1
    assert 1 not in found


def test_several_like_texts_count_for_more_than_one() -> None:
    found = space(
        (0, "blue box"), (0, "one"), (0, "two"), (1, "blue box"), (1, "blue box"), (1, "blue box")
    ).likest(Counter(["blue", "box"]), together=True)

    assert found[0][0] == pytest.approx(found[1][0])
    assert found[1][2] > found[0][2] > 0


def test_an_owner_of_one_text_is_no_worse_for_having_no_more() -> None:
    found = space((0, "blue box"), (1, "green")).likest(Counter(["blue", "box"]), together=True)

    assert found[0][2] == pytest.approx(found[0][0])
