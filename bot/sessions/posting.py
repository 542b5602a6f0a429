"""Which posts a session has, and what each of them remembers to show."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.discord_ui.cutting import cut
from bot.ids import ChannelId
from bot.posts.errands.model import OPEN_THREAD, Wish
from bot.posts.model import Claim, Post
from bot.sessions.frozen import text_json
from bot.sessions.model import Session
from bot.sessions.recap import Recap
from bot.sessions.view import View

KIND = "session"
HEAD = "head"
TURN = "turn-"
RECAP = "recap"
# A part that could not be shown for so long is over; what a session came to is worth reading.
GRACE = timedelta(minutes=30)
RECAP_GRACE = timedelta(days=7)
# https://discord.com/developers/docs/resources/channel#start-thread-from-message
MAX_THREAD_NAME = 100


def head_claim(session: Session, now: datetime) -> Claim:
    """Return the claim of what says in the channel that ``session`` begins."""
    steps = {part.step: part for part in session.parts}
    snapshot = {
        "title": text_json(session.title),
        "goal": text_json(session.goal),
        "steps": [text_json(part.title) for part in steps.values()],
        "minutes": sum(part.seconds for part in session.parts) // 60,
    }
    return _claim(session, HEAD, session.channel, now, snapshot, GRACE)


def thread_wish(session: Session, post: int, language: str, now: datetime) -> Wish:
    """Return the wish for the thread below the head."""
    return Wish(
        guild=session.guild,
        owner=KIND,
        subject=session.number,
        chore=OPEN_THREAD,
        occurrence="thread",
        due=now,
        post=post,
        member=session.member,
        details={"name": cut(session.title.into(language), MAX_THREAD_NAME)},
    )


def turn_claim(session: Session, view: View, now: datetime, part: int = 0) -> Claim:
    """Return the claim of the present part's post; ``part`` above 0: once more, elsewhere."""
    return _claim(session, f"{TURN}{session.turn}", session.place, now, view.to_json(), GRACE, part)


def recap_claim(session: Session, recap: Recap, minutes: str, now: datetime) -> Claim:
    """Return the claim of what the session came to, with its minutes as a file."""
    snapshot = {"recap": recap.to_json(), "minutes": minutes}
    return _claim(session, RECAP, session.place, now, snapshot, RECAP_GRACE)


def view_in(post: Post) -> View | None:
    """Return what the post of a part remembers; None: it is no part's."""
    if not post.claim.occurrence.startswith(TURN):
        return None
    return View.from_json(post.claim.snapshot)


def _claim(
    session: Session,
    occurrence: str,
    channel: ChannelId,
    now: datetime,
    snapshot: Mapping[str, Any],
    grace: timedelta,
    part: int = 0,
) -> Claim:
    return Claim(
        guild=session.guild,
        kind=KIND,
        subject=session.number,
        occurrence=occurrence,
        channel=channel,
        member=session.member,
        snapshot=snapshot,
        due=now,
        grace=grace,
        part=part,
    )
