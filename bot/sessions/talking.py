"""Discussions as parts of a session: adopted or started, moved on with it, closed behind it."""

from dataclasses import replace
from datetime import datetime

from bot.content.library import Library
from bot.content.model import Text
from bot.discussion import service as discussions
from bot.discussion.model import Discussion, Phase
from bot.discussion.refusals import DiscussionGone
from bot.ids import ChannelId
from bot.sessions.model import Kind, Part, Session
from bot.storage.work import Work

_ORDER = (Phase.FIRST_VOTE, Phase.ARGUMENT, Phase.SECOND_VOTE)
_TARGET = {Kind.ARGUMENT: Phase.ARGUMENT, Kind.SECOND_VOTE: Phase.SECOND_VOTE}


async def held(work: Work, session: Session, step: int) -> Discussion | None:
    """Return the discussion of the agenda's ``step``; None: there is none."""
    number = session.discussion_of(step)
    if number is None:
        return None
    try:
        return await discussions.discussion(work, session.guild, number)
    except DiscussionGone:
        return None


async def entered(
    work: Work, session: Session, part: Part, library: Library, now: datetime
) -> Session:
    """Return ``session`` with the part's discussion, which runs or is new, moved on to it."""
    found = await held(work, session, part.step)
    if found is None:
        prompt = library.prompt(part.prompt or "")
        if prompt is None:
            return replace(session, remark="discussion-gone")
        found = await running_on(work, session, prompt.topic, prompt.id)
        if found is None:
            wish = discussions.Start(
                session.guild, session.channel, prompt, anonymous=False, started_by=session.member
            )
            found = await discussions.start(work, wish, now=now)
        others = tuple(pair for pair in session.discussions if pair[0] != part.step)
        session = replace(session, discussions=(*others, (part.step, found.id)))
    if not found.phase.is_open:
        return replace(session, remark="discussion-over")
    await _reach(work, found, _TARGET.get(part.kind), library, now)
    return session


async def running_on(work: Work, session: Session, topic: str, prompt: str) -> Discussion | None:
    """Return the discussion of a prompt that runs in the session's server."""
    found = await discussions.latest_on(work, session.guild, topic, prompt)
    if found is None or found[1] is not None or not found[0].phase.is_open:
        return None
    return found[0]


async def closed(work: Work, session: Session, part: Part, library: Library, now: datetime) -> None:
    """Close the discussion of ``part``, which was gone through to its end."""
    found = await held(work, session, part.step)
    if found is not None and found.phase.is_open:
        await discussions.close(
            work, session.guild, found.id, made_for=None, now=now, titles=titles_of(library)
        )


async def place_of(work: Work, session: Session, part: Part) -> ChannelId | None:
    """Return where the discussion of ``part`` goes on; None: it is no discussion's part."""
    if not part.kind.discusses:
        return None
    found = await held(work, session, part.step)
    return None if found is None else found.place or found.channel


def titles_of(library: Library) -> dict[str, Text]:
    """Return what the concepts are called, by content's ids."""
    return {concept.id: concept.title for concept in library.concepts}


async def _reach(
    work: Work, found: Discussion, target: Phase | None, library: Library, now: datetime
) -> None:
    """Move ``found`` on until it is in ``target``; one that is there, or past it, stays."""
    if target is None or found.phase not in _ORDER:
        return
    while _ORDER.index(found.phase) < _ORDER.index(target):
        found = await discussions.go_on(
            work,
            found.guild,
            found.id,
            made_for=found.phase,
            now=now,
            titles=titles_of(library),
        )
