"""Custom ids come back as they went out; everything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.custom_ids import CustomId, custom_id, read_custom_id

KINDS = st.from_regex(r"[a-z][a-z-]{0,30}", fullmatch=True)
NUMBERS = st.lists(st.integers(0, 2**63 - 1), max_size=3)


@given(KINDS, NUMBERS)
def test_what_was_written_is_read_back(kind: str, ids: list[int]) -> None:
    assert read_custom_id(custom_id(kind, *ids)) == CustomId(kind, tuple(ids))


@given(KINDS, st.lists(st.integers(0, 2**63 - 1), max_size=12))
def test_one_over_discords_length_is_never_made(kind: str, ids: list[int]) -> None:
    try:
        made = custom_id(kind, *ids)
    except ValueError:
        assert len(str(CustomId(kind, tuple(ids)))) > 100
    else:
        assert len(made) <= 100


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_custom_id(text)

    assert read is None or str(read) == text


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "1",
        "1:",
        "2:up:1",
        "0:up:1",
        "1:Up:1",
        "1:up:",
        "1:up:1:",
        "1:up:01",
        "1:up:-1",
        "1:up:1.0",
        "1:up:１",
        "1:up:1\n",
        " 1:up:1",
        f"1:up:{2**63}",
        "1:up:" + "9" * 4000,
    ],
)
def test_what_we_never_wrote_is_refused(forged: str) -> None:
    assert read_custom_id(forged) is None


@pytest.mark.parametrize("kind", ["", "Up", "up down", "1up", "x" * 32, "업"])
def test_a_kind_that_would_not_be_read_back_is_not_written(kind: str) -> None:
    with pytest.raises(ValueError, match="not a custom id"):
        custom_id(kind, 1)


def test_a_number_below_zero_is_not_written() -> None:
    with pytest.raises(ValueError, match="not a custom id"):
        custom_id("up", -1)
