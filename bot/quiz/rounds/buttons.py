"""The kinds of press that rounds carry, and the custom ids that name them.

``turn`` tells an item that is open from its result, and from every other item: who presses "next"
twice skips one thing, not two.
"""

from bot.discord_ui.custom_ids import custom_id
from bot.quiz.rounds.model import Move

STEER = "round-steer"
RESULT = "round-result"


def steer(post: int, number: int, turn: int, move: Move) -> str:
    """Pause, go on with, skip or stop the round ``number``."""
    return custom_id(STEER, post, number, turn, int(move))


def result(post: int, number: int) -> str:
    """Show one's own result."""
    return custom_id(RESULT, post, number)
