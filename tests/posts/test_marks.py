"""Which message is taken for which post."""

from bot.discord_ui.screens import Button, Screen
from bot.posts.delivery import looks_of
from bot.posts.marks import Seen, shows, words_of
from tests.posts.posts import post

PLAIN = looks_of(Screen(content="오늘 8시에 만나요"))
WITH_BUTTON = looks_of(Screen(content="오늘의 문제", rows=((Button("1", "1:choice:7:1"),),)))


def seen(words: str = "", *ids: str, nonce: str | None = None) -> Seen:
    return Seen(500, frozenset(ids), words, nonce)


def test_a_button_that_carries_the_row_decides() -> None:
    assert shows(seen("다른 글", "1:choice:7:1"), post(), WITH_BUTTON)
    assert not shows(seen("오늘의 문제", "1:choice:8:1"), post(), WITH_BUTTON)


def test_without_buttons_the_same_words_decide_whatever_spaces_discord_trimmed() -> None:
    assert shows(seen(words_of("오늘 8시에", " 만나요 ")), post(), PLAIN)
    assert not shows(seen("오늘 9시에 만나요"), post(), PLAIN)


def test_a_strangers_message_has_no_words_and_is_never_taken() -> None:
    assert not shows(seen(), post(), PLAIN)
    assert not shows(seen(), post(), looks_of(Screen()))


def test_a_nonce_proves_it_where_discord_still_tells_it() -> None:
    assert shows(seen("바뀐 글", nonce=post().nonce), post(), PLAIN)
    assert not shows(seen("바뀐 글", nonce="other"), post(), PLAIN)
