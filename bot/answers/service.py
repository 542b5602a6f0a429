"""What can be done with questions: ask one, look one up, say what an answer was worth."""

from collections.abc import Sequence
from datetime import datetime

from bot.answers import store
from bot.answers.asked import Answer, Asked, Judged, NothingAsked, Outcome, QuestionGone
from bot.answers.conversation import service as conversation
from bot.answers.conversation.model import Topic
from bot.answers.conversation.service import topic_after, topic_of_question
from bot.answers.model import Finding, Question
from bot.answers.notes import Edition
from bot.discord_ui.cutting import sound
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.storage.work import Work

MAX_QUESTION = 2000
MAX_PREVIOUS = 300


def text_of(typed: str) -> str:
    """Return what is asked, as it is kept.

    Raises:
        NothingAsked: there is nothing in ``typed``.
    """
    said = sound(typed).strip()[:MAX_QUESTION]
    if not said:
        raise NothingAsked
    return said


async def keep(
    work: Work,
    edition: Edition,
    place: Place,
    member: MemberId,
    question: Question,
    finding: Finding,
    *,
    now: datetime,
) -> Answer:
    """Keep a question with its outcome, and what the conversation is about from now on."""
    number = await store.keep_question(
        work,
        Asked(
            place=place,
            member=member,
            text=question.text,
            outcome=_outcome(finding),
            concept=finding.concept,
            prompt=finding.prompt,
            confidence=finding.confidence,
            at=now,
            compared=finding.compared,
            previous=None if question.previous is None else question.previous[:MAX_PREVIOUS],
        ),
    )
    topic = topic_after(edition.index, question.text, finding)
    await conversation.go_on(work, place, member, topic, now=now)
    return Answer(number, question.text, finding, edition, place.guild is not None)


async def asked(work: Work, number: int, guild: GuildId | None) -> Asked:
    """Return the question ``number``.

    Raises:
        QuestionGone: it is not kept any more, or belongs to another server.
    """
    found = await store.question(work, number, guild)
    if found is None:
        raise QuestionGone
    return found


async def topic_of(
    work: Work, edition: Edition, number: int, guild: GuildId | None
) -> Topic | None:
    """Return what the question ``number`` was about; None: it is not kept in ``guild``."""
    found = await store.question(work, number, guild)
    return None if found is None else topic_of_question(edition.index, found)


async def unanswered_in(
    work: Work, guild: GuildId, channel: ChannelId, *, since: datetime, limit: int = 50
) -> list[str]:
    """Return the questions of a channel since then that the notes could not answer, in order."""
    return await store.unanswered_in(work, guild, channel, since, limit)


async def judge(work: Work, judged: Sequence[Judged]) -> list[Judged | Exception]:
    """Keep what members think of answers, many at once; the latest word of each counts.

    Returns for each what was kept, or ``QuestionGone`` where the question is not kept any more or
    belongs to another server.
    """
    kept: dict[GuildId | None, frozenset[int]] = {}
    for guild in {each.guild for each in judged}:
        numbers = [each.question for each in judged if each.guild == guild]
        kept[guild] = await store.kept_of(work, guild, numbers)
    found = [each for each in judged if each.question in kept[each.guild]]
    await store.keep_feedback(work, found)
    return [each if each.question in kept[each.guild] else QuestionGone() for each in judged]


def _outcome(finding: Finding) -> Outcome:
    if finding.concept is not None:
        return Outcome.ANSWERED
    return Outcome.GAP if finding.prompt is None else Outcome.PROMPT
