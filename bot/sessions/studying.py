"""Collects what to study next from questions, answers, discussions and sessions; settles cases."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.answers.teaching import service as questions
from bot.content.library import Library
from bot.content.model import Concept, Text
from bot.content.names import folded
from bot.discord_ui.cutting import plain
from bot.discussion import service as discussions
from bot.discussion.model import Discussion
from bot.discussion.refusals import DiscussionGone, StillHidden
from bot.ids import GuildId, MemberId
from bot.quiz import service as quiz
from bot.sessions.refusals import NoConceptCalled, StudyGone
from bot.sessions.store import members, studied
from bot.sessions.study import (
    LEAST_SURE_BUT_WRONG,
    StudyCase,
    StudyKind,
    is_split,
    ranked,
)
from bot.storage.work import Work

# A season: what is older was another group's trouble.
SEASON = timedelta(days=180)
MAX_DISCUSSIONS = 25
MAX_TYPED = 60


async def open_cases(
    work: Work, library: Library, guild: GuildId, now: datetime
) -> tuple[StudyCase, ...]:
    """Return what ``guild`` should study next, the most pressing first.

    Votes and answers that are still hidden are left out.
    """
    own = await quiz.library_of(work, library, guild)
    since = now - SEASON
    cases = [
        *await _unanswered(work, guild),
        *await _items(work, own, guild, since),
        *await _open_questions(work, guild, since),
        *await _unclear(work, own, guild, since),
    ]
    return ranked(cases, await studied.of_guild(work, guild))


async def settle(
    work: Work,
    library: Library,
    guild: GuildId,
    number: int,
    typed: str,
    by: MemberId,
    *,
    now: datetime,
) -> tuple[StudyCase, Concept]:
    """Settle a case by the concept that answers it, which was ``typed`` by its name.

    Raises:
        StudyGone: the case is settled, or nothing supports it any more.
        NoConceptCalled: there is no such concept.
    """
    case = next(
        (each for each in await open_cases(work, library, guild, now) if each.number == number),
        None,
    )
    if case is None:
        raise StudyGone
    own = await quiz.library_of(work, library, guild)
    concept = concept_called(own, typed)
    await studied.keep(work, guild, number, case.members, concept.id, by, now)
    return case, concept


def concept_called(library: Library, typed: str) -> Concept:
    """Return the concept that is called ``typed``: its title, an alias or its id.

    Raises:
        NoConceptCalled: there is none.
    """
    wanted = folded(typed)
    for concept in library.concepts:
        names = (concept.id, concept.title.ko, concept.title.en or "", *concept.aliases)
        if wanted and wanted in map(folded, names):
            return concept
    raise NoConceptCalled(plain(typed, MAX_TYPED))


async def _unanswered(work: Work, guild: GuildId) -> Iterable[StudyCase]:
    return [
        StudyCase(
            StudyKind.UNANSWERED,
            # The first question names it: the newest changes with each asking.
            str(min(each.number for each in case.missed)),
            Text(case.missed[0].text),
            case.members,
            case.members,
            case.first,
        )
        for case in await questions.open_cases(work, guild)
    ]


async def _items(
    work: Work, library: Library, guild: GuildId, since: datetime
) -> Iterable[StudyCase]:
    found = []
    for each in await quiz.sure_of(work, guild, since=since):
        item = library.item(each.item)
        concept = None if item is None else str(item.concept)
        words = each.stem
        if each.sure_but_wrong >= LEAST_SURE_BUT_WRONG:
            found.append(
                StudyCase(
                    StudyKind.SURE_BUT_WRONG,
                    each.item,
                    words,
                    each.sure_but_wrong,
                    each.answers,
                    each.last,
                    concept,
                )
            )
        elif is_split(each.answers, each.right):
            wrong = each.answers - each.right
            found.append(
                StudyCase(
                    StudyKind.SPLIT, each.item, words, wrong, each.answers, each.last, concept
                )
            )
    return found


async def _open_questions(work: Work, guild: GuildId, since: datetime) -> Iterable[StudyCase]:
    found: list[StudyCase] = []
    for discussion in await discussions.latest_of(work, guild, MAX_DISCUSSIONS):
        if discussion.started_at >= since:
            found += await _asked_in(work, guild, discussion)
    return found


async def _asked_in(work: Work, guild: GuildId, discussion: Discussion) -> list[StudyCase]:
    try:
        material = await discussions.material(work, guild, discussion.id)
    except (StillHidden, DiscussionGone):
        return []
    return [
        StudyCase(
            StudyKind.OPEN_QUESTION, str(each.id), Text(each.text), 1, 1, discussion.started_at
        )
        for each in material.questions
        if each.is_open
    ]


async def _unclear(
    work: Work, library: Library, guild: GuildId, since: datetime
) -> Iterable[StudyCase]:
    told = await members.unclear(work, guild, since)
    found = []
    for name, (waiting, n, at) in told.items():
        concept = library.concept(name)
        if concept is not None:
            found.append(
                StudyCase(StudyKind.UNCLEAR, name, concept.title, waiting, n, at, concept.id)
            )
    return found
