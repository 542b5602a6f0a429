"""The kinds of press that sessions carry, and the custom ids that name them.

``turn`` tells the present part from every other: who presses "next" twice goes on once.
"""

from bot.discord_ui.custom_ids import custom_id
from bot.sessions.model import Move

LEAD = "session-lead"
ATTEND = "session-attend"
SAY = "session-say"
STATUS = "session-status"
START = "session-start"
CANCEL_PLAN = "session-plan-cancel"
STUDY = "session-study"
STUDIED = "session-studied"
STUDIED_SENT = "session-studied-sent"
CONCEPT = "concept"
# Stands for "no post": a private screen's button.
NO_POST = 0
FIRST = 0


def lead(post: int, number: int, turn: int, move: Move) -> str:
    """Go on, back, extend, pause, resume or end."""
    return custom_id(LEAD, post, number, turn, int(move))


def attend(post: int, number: int) -> str:
    """Say that one is there."""
    return custom_id(ATTEND, post, number)


def say(post: int, number: int, *, is_clear: bool) -> str:
    """Say whether one understands a card's concept."""
    return custom_id(SAY, post, number, int(is_clear))


def status(post: int, number: int) -> str:
    """Show the agenda, and where the session is, privately."""
    return custom_id(STATUS, post, number)


def start(post: int, plan: int, occurrence: int) -> str:
    """Start the planned session whose time is near."""
    return custom_id(START, post, plan, occurrence)


def cancel_plan(plan: int) -> str:
    """Cancel a plan."""
    return custom_id(CANCEL_PLAN, plan)


def study(case: int) -> str:
    """Show a case of what to study next, and its neighbours; ``FIRST``: the first."""
    return custom_id(STUDY, case)


def studied(case: int) -> str:
    """Ask which concept answers a case."""
    return custom_id(STUDIED, case)


def studied_sent(case: int) -> str:
    """Settle a case by the concept that was typed."""
    return custom_id(STUDIED_SENT, case)
