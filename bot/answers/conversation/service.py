"""What a question goes on from, and what is talked about after it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from bot.answers.asked import Asked, Outcome
from bot.answers.conversation import store
from bot.answers.conversation.model import MAX_TEXT, WINDOW, Asker, Topic
from bot.answers.follow_ups import names_a_subject
from bot.answers.index import Index
from bot.answers.model import Finding
from bot.discord_ui.cutting import sound
from bot.ids import MemberId, Place
from bot.storage.work import Work


async def topics_of(
    work: Work, askers: Collection[Asker], *, now: datetime
) -> Mapping[Asker, Topic]:
    """Return what each of ``askers`` talked about, where they are, within the last ten minutes."""
    return await store.topics_of(work, askers, since=now - WINDOW)


async def look_at(
    work: Work, place: Place, member: MemberId, concept: str, *, now: datetime
) -> None:
    """Keep that ``member`` looks at ``concept`` in ``place``: a short question goes on from it."""
    await store.keep(work, place, member, Topic((concept,)), now)


async def go_on(
    work: Work, place: Place, member: MemberId, topic: Topic | None, *, now: datetime
) -> None:
    """Keep what is talked about from now on; None leaves it as it is."""
    if topic is not None:
        await store.keep(work, place, member, topic, now)


def topic_after(index: Index, text: str, finding: Finding) -> Topic | None:
    """Return what is talked about after ``finding``; None: still the same.

    A no leaves the subject as it was, unless the question named another one.
    """
    if finding.compared is not None:
        return Topic(finding.compared)
    if finding.concept is not None:
        return Topic((finding.concept,))
    if finding.prompt is not None or names_a_subject(index.judge, text):
        return Topic(text=sound(text)[:MAX_TEXT])
    return None


def topic_of_question(index: Index, asked: Asked) -> Topic:
    """Return what a question that was asked before was about."""
    if asked.compared is not None:
        return Topic(asked.compared)
    if asked.concept is not None:
        return Topic((asked.concept,))
    if (
        asked.outcome is Outcome.GAP
        and asked.previous
        and not names_a_subject(index.judge, asked.text)
    ):
        return Topic(text=asked.previous)
    return Topic(text=asked.text[:MAX_TEXT])
