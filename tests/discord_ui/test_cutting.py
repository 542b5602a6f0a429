"""Text is cut at Discord's limits between graphemes, and disarmed."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cutting import ELLIPSIS, cut, plain, sound, units

GRAPHEMES = st.sampled_from(
    (
        "가",
        "\u1100\u1161\u11a8",
        "a",
        " ",
        "\n",
        "e\u0301",
        "👩‍👩‍👧‍👦",
        "🇰🇷",
        "🏳️‍🌈",
        "👍🏽",
        "한",
        ".",
        "ㅎ",
    )
)
TEXTS = st.lists(GRAPHEMES, max_size=60).map("".join)


def graphemes(text: str) -> list[str]:
    """Return what a reader sees as letters."""
    return regex.findall(r"\X", text)


@given(TEXTS | st.text(), st.integers(1, 80))
def test_never_over_the_limit(text: str, limit: int) -> None:
    assert units(cut(text, limit)) <= limit


@given(TEXTS, st.integers(1, 80))
def test_never_within_a_grapheme(text: str, limit: int) -> None:
    short = cut(text, limit)

    if short != text:
        assert short.endswith(ELLIPSIS)
        kept = graphemes(short.removesuffix(ELLIPSIS))
        assert graphemes(text)[: len(kept)] == kept


@given(TEXTS)
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert cut(text, units(text) or 1) == text


def test_an_emoji_counts_two_as_discord_counts() -> None:
    assert units("가😀") == 3
    assert units("👩‍👩‍👧‍👦") == 11


def test_a_cut_falls_between_words_where_one_ends_near() -> None:
    assert cut("가나다라 마바사아 자차카타 파하거너", 18) == "가나다라 마바사아 자차카타…"


def test_a_long_word_is_cut_within() -> None:
    assert cut("가" * 50, 10) == "가" * 9 + ELLIPSIS


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("미나", "미나"),
        ("  여러\n줄\t로 ", "여러 줄 로"),
        ("**굵게**", r"\*\*굵게\*\*"),
        ("`코드`", r"\`코드\`"),
        ("# 제목", r"\# 제목"),
        ("@everyone", "@\u200beveryone"),
        ("a\x00b\ud800", "ab\ufffd"),
    ],
)
def test_plain_disarms(typed: str, shown: str) -> None:
    assert plain(typed) == shown


@given(st.text(alphabet="[]()\\ax<> *`_~|@\n", max_size=40))
def test_plain_leaves_no_masked_link(typed: str) -> None:
    assert not re.search(r"\]\(", plain(typed))


@given(st.text(st.characters(), max_size=20))
def test_sound_text_can_be_stored_and_sent(text: str) -> None:
    clean = sound(text)

    assert "\x00" not in clean
    assert clean.encode("utf-8").decode("utf-8") == clean
