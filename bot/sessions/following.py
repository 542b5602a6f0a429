"""Carries out what a session's step came to: what it left ends, what it entered begins."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.discord_ui.refusals import Refusal
from bot.discord_ui.words import voice
from bot.guilds import service as guilds
from bot.posts import service as posts
from bot.posts.model import Claim
from bot.quiz.rounds.model import LEAST_SECONDS, USUAL_ITEMS, RoundGone, RoundOver
from bot.quiz.rounds.model import Move as RoundMove
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.values import Steering, Wish
from bot.sessions import plans, posting, talking
from bot.sessions.counting import recap_of
from bot.sessions.minutes import minutes_of
from bot.sessions.model import Kind, Part, Phase, Session, Understood
from bot.sessions.phases import Step
from bot.sessions.posting import HEAD, KIND, TURN
from bot.sessions.store import members, sessions
from bot.sessions.view import View
from bot.storage.work import Work

# Between two items of a round people read the result.
ITEM_PAUSE = 10
MOST_ITEM_SECONDS = 60


async def follow(
    work: Work, rounds: Rounds, library: Library, was: Session, step: Step, now: datetime
) -> tuple[Session, list[Claim]]:
    """Store what ``step`` made of ``was``, with everything that follows; return it and its posts.

    Everything happens in the caller's transaction: a part is never entered without its post.
    """
    if not step.is_new:
        return step.session, []
    # Stored first: a round that ends by what follows finds the session past it.
    await sessions.keep(work, step.session)
    await _leave(work, rounds, library, was, step, now)
    session = step.session
    claims: list[Claim] = []
    if step.enters:
        session = await _enter(work, rounds, library, session, now)
        claims.append(posting.turn_claim(session, await view_of(work, session), now))
    elif session.phase is Phase.PAUSED or was.phase is Phase.PAUSED:
        await _pause_round(work, rounds, session, now)
    if step.ends:
        settings = await guilds.settings(work, session.guild)
        recap = await recap_of(work, session, now)
        minutes = minutes_of(recap, voice(settings.language))
        claims.append(posting.recap_claim(session, recap, minutes, now))
        if session.plan is not None:
            await plans.session_ended(work, session.guild, session.plan, now=now)
    await show_anew(work, was, was.turn)
    await posts.claim(work, claims)
    return session, claims


async def show_anew(work: Work, session: Session, turn: int) -> None:
    """Have the post of ``turn``, and what stands in the channel, say how it is by now."""
    await posts.show_anew_of(
        work, KIND, [(session.guild, session.number)], occurrences=(HEAD, f"{TURN}{turn}")
    )


async def view_of(work: Work, session: Session) -> View:
    """Return what the present part's post shows."""
    return await view_at(work, session, session.turn, session.at)


async def view_at(work: Work, session: Session, turn: int, at: int) -> View:
    """Return what the post of ``turn``, which began the part ``at``, shows."""
    part = session.parts[at]
    understood = (
        await members.understood(work, session.guild, session.number) if part.concept else {}
    )
    return View.of(
        session,
        turn,
        at,
        present=await members.present(work, session.guild, session.number),
        answers=understood.get(part.concept or "", Understood()),
        talk=await talking.place_of(work, session, part),
    )


async def _leave(
    work: Work, rounds: Rounds, library: Library, was: Session, step: Step, now: datetime
) -> None:
    left = step.left
    if left is None:
        return
    if was.round is not None:
        with suppress(RoundGone):
            await rounds.stop(work, was.guild, was.round, now=now)
    if step.closes_discussion:
        await talking.closed(work, was, left, library, now)


async def _enter(
    work: Work, rounds: Rounds, library: Library, session: Session, now: datetime
) -> Session:
    part = session.part
    if part is None:
        return session
    if part.kind is Kind.QUIZ:
        session = await _play(work, rounds, session, part, now)
    elif part.kind.discusses:
        session = await talking.entered(work, session, part, library, now)
    await sessions.keep(work, session)
    return session


async def _play(work: Work, rounds: Rounds, session: Session, part: Part, now: datetime) -> Session:
    count = part.items or USUAL_ITEMS
    wish = Wish(
        guild=session.guild,
        channel=session.place,
        member=session.member,
        topic=session.topic,
        count=count,
        seconds=_seconds(part.seconds, count),
    )
    try:
        started = await rounds.start(work, wish, now=now)
    except Refusal:
        # No item to ask, or a round runs already: the session goes on, and says so.
        return replace(session, remark="quiz-none")
    await sessions.note_round(work, session.guild, session.number, started.number)
    return replace(session, round=started.number)


def _seconds(whole: int, items: int) -> int:
    """Return how long each of ``items`` takes answers, so that they fit into ``whole`` seconds."""
    return min(max(whole // items - ITEM_PAUSE, LEAST_SECONDS), MOST_ITEM_SECONDS)


async def _pause_round(work: Work, rounds: Rounds, session: Session, now: datetime) -> None:
    if session.round is None:
        return
    move = RoundMove.PAUSE if session.phase is Phase.PAUSED else RoundMove.RESUME
    steering = Steering(session.member, is_moderator=True, move=move)
    try:
        await rounds.steer(work, session.guild, session.round, steering, now=now)
    except (RoundGone, RoundOver):
        return
