"""The ledger's table and its queries."""

from bot.posts.store.claims import (
    adopt,
    amend,
    claim,
    messages_of,
    post,
    posts_of,
    reopen,
    shown_by,
    withdraw,
)
from bot.posts.store.people import forget_member, written_to
from bot.posts.store.redraws import ask_redraw, ask_redraw_of, redrawn, to_redraw
from bot.posts.store.sending import (
    in_flight,
    look_later,
    miss_late,
    next_try,
    record,
    settle_soon,
    still_open,
    taken,
    waiting,
)

__all__ = [
    "adopt",
    "amend",
    "ask_redraw",
    "ask_redraw_of",
    "claim",
    "forget_member",
    "in_flight",
    "look_later",
    "messages_of",
    "miss_late",
    "next_try",
    "post",
    "posts_of",
    "record",
    "redrawn",
    "reopen",
    "settle_soon",
    "shown_by",
    "still_open",
    "taken",
    "to_redraw",
    "waiting",
    "withdraw",
    "written_to",
]
