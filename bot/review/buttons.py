"""The kinds of press that reviews, reminders and records carry, and the custom ids for them."""

from bot.discord_ui.custom_ids import custom_id
from bot.review.board import Span

BEGIN = "review"
PICK = "review-pick"
CHOOSE = "review-choose"
WRITE = "review-write"
WRITTEN = "review-written"
SURE = "review-sure"
NEXT = "review-next"
HOUR = "notify-hour"
OFF = "notify-off"
OFF_BY_MESSAGE = "notify-off-dm"
BOARD = "board"
BE_SEEN = "board-seen"


def begin() -> str:
    """Begin a round of review."""
    return custom_id(BEGIN)


def picked(turn: int, option: int) -> str:
    """Answer with one option, by its place in the item."""
    return custom_id(PICK, turn, option)


def chosen(turn: int) -> str:
    """Answer with what is chosen in the menu."""
    return custom_id(CHOOSE, turn)


def write(turn: int) -> str:
    """Open the form for a short answer."""
    return custom_id(WRITE, turn)


def written(turn: int) -> str:
    """Answer with what was typed into that form."""
    return custom_id(WRITTEN, turn)


def sure(turn: int, sureness: int) -> str:
    """Say how sure one was of one's answer."""
    return custom_id(SURE, turn, sureness)


def after(turn: int) -> str:
    """Go on to what comes after ``turn``."""
    return custom_id(NEXT, turn)


def hour() -> str:
    """Be reminded at the hour that is chosen in the menu."""
    return custom_id(HOUR)


def off() -> str:
    """Be reminded no longer, in the server where this is pressed."""
    return custom_id(OFF)


def off_by_message(post: int, reminder: int) -> str:
    """Be reminded no longer, from the direct message that ``post`` is."""
    return custom_id(OFF_BY_MESSAGE, post, reminder)


def board(span: Span) -> str:
    """Show the leaderboard of a span."""
    return custom_id(BOARD, span)


def be_seen(span: Span, *, seen: bool) -> str:
    """Be on the leaderboard, or no longer; then show that of ``span``."""
    return custom_id(BE_SEEN, span, int(seen))
