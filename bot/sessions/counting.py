"""Counts what a session came to, from what each capability kept of it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.answers import service as answers
from bot.discord_ui.words import Say, voice
from bot.discussion import service as discussions
from bot.discussion.show.figures import headline_of
from bot.discussion.show.report import distribution_lines
from bot.guilds import service as guilds
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.rounds import service as rounds
from bot.quiz.rounds.model import RoundGone
from bot.sessions import talking
from bot.sessions.model import Ending, Kind, Session, Understood
from bot.sessions.recap import CardSeen, ItemAsked, Recap, Talked
from bot.sessions.store import members, sessions
from bot.storage.work import Work

MAX_UNANSWERED = 20


async def recap_of(work: Work, session: Session, now: datetime) -> Recap:
    """Return what ``session``, which is over, came to, in its server's language."""
    settings = await guilds.settings(work, session.guild)
    say = voice(settings.language)
    understood = await members.understood(work, session.guild, session.number)
    begun = session.started_at.astimezone(ZoneInfo(settings.zone))
    unanswered = await answers.unanswered_in(
        work, session.guild, session.place, since=session.started_at, limit=MAX_UNANSWERED
    )
    # Only what was come to: a session may end early.
    seen = session.parts[: session.at + 1]
    return Recap(
        title=session.title,
        goal=session.goal,
        day=f"{begun:%Y-%m-%d}",
        minutes=int((now - session.started_at).total_seconds() // 60),
        present=await members.present(work, session.guild, session.number),
        ending=session.ending or Ending.STOPPED,
        cards=tuple(
            CardSeen(
                part.concept, part.title, part.short, understood.get(part.concept, Understood())
            )
            for part in seen
            if part.concept is not None and part.short is not None
        ),
        items=await _items(work, session),
        talked=await _talked(work, session, say),
        talks=tuple(part.question for part in seen if part.kind is Kind.TALK and part.question),
        unanswered=tuple(dict.fromkeys(unanswered)),
    )


async def _items(work: Work, session: Session) -> tuple[ItemAsked, ...]:
    found: list[AskedItem] = []
    for number in await sessions.rounds_of(work, session.guild, session.number):
        try:
            found += await rounds.items_of(work, session.guild, number)
        except RoundGone:
            continue
    return tuple(_counted(found))


def _counted(found: Sequence[AskedItem]) -> list[ItemAsked]:
    return [
        ItemAsked(item.snapshot.stem, item.answers or 0, item.right or 0)
        for item in found
        if item.state is AskedState.CLOSED
    ]


async def _talked(work: Work, session: Session, say: Say) -> tuple[Talked, ...]:
    told = []
    for step, number in sorted(session.discussions):
        found = await talking.held(work, session, step)
        if found is None:
            continue
        report = await discussions.report(work, session.guild, number)
        talked = Talked(found.prompt.title, found.prompt.question)
        if report is not None:
            talked = Talked(
                found.prompt.title,
                found.prompt.question,
                headline_of(report, say),
                tuple(distribution_lines(found, report, say)),
                tuple(each.text for each in report.open_questions),
            )
        told.append(talked)
    return tuple(told)
