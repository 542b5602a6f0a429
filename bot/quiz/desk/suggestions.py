"""What can be done with suggested items: send one, change it, decide, ask from them, export."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.asked import ConceptGone
from bot.content.library import Library
from bot.content.names import folded
from bot.ids import GuildId, MemberId
from bot.notes import service as own_notes
from bot.quiz.desk.items import items_of, quiz_yaml, require_fit
from bot.quiz.desk.model import (
    MAX_WAITING,
    CaseGone,
    CaseState,
    Draft,
    NothingToExport,
    Page,
    Suggestion,
    TooManyWaiting,
    UnknownConcept,
)
from bot.quiz.desk.store import suggestions
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Weighed:
    """A suggestion as it is now; ``is_new``: changed just now, not decided before."""

    case: Suggestion
    is_new: bool


def concept_named(library: Library, typed: str) -> str:
    """Return the id of the concept that is called ``typed``, by id, title or alias.

    Raises:
        UnknownConcept: none is.
    """
    wanted = folded(typed)
    for concept in library.concepts:
        names = (concept.id, concept.title.ko, concept.title.en or "", *concept.aliases)
        if wanted and wanted in map(folded, names):
            return concept.id
    raise UnknownConcept(typed)


async def send(
    work: Work, guild: GuildId, member: MemberId, draft: Draft, *, now: datetime
) -> Suggestion:
    """Bring an item before the moderators.

    Raises:
        UnfitDraft: it makes no item.
        TooManyWaiting: enough of the member's wait already.
    """
    require_fit(draft)
    if await suggestions.waiting_of(work, guild, member) >= MAX_WAITING:
        raise TooManyWaiting(MAX_WAITING)
    sent = Suggestion(0, guild, member, draft, now)
    return replace(sent, number=await suggestions.add(work, sent))


async def rewrite(work: Work, guild: GuildId, number: int, draft: Draft) -> Weighed:
    """Change a suggestion before it is decided.

    Raises:
        CaseGone: there is no such suggestion in this server.
        UnfitDraft: it makes no item.
    """
    await one(work, guild, number)
    require_fit(draft)
    changed = await suggestions.rewrite(work, guild, number, draft)
    return Weighed(await one(work, guild, number), is_new=changed)


async def accept(
    work: Work, library: Library, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Weighed:
    """Let ``guild`` be asked the item from now on, until its concept says something else.

    Raises:
        CaseGone: there is no such suggestion in this server.
        ConceptGone: its concept has left the notes since.
    """
    asked = await one(work, guild, number)
    concept = library.concept(asked.draft.concept)
    if concept is None and asked.state is CaseState.OPEN:
        raise ConceptGone
    stamp = concept.stamp if concept else None
    done = await suggestions.decide(
        work, guild, number, CaseState.ACCEPTED, by=by, now=now, stamp=stamp
    )
    return Weighed(await one(work, guild, number), is_new=done)


async def decline(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Weighed:
    """Leave the item out.

    Raises:
        CaseGone: there is no such suggestion in this server.
    """
    await one(work, guild, number)
    done = await suggestions.decide(work, guild, number, CaseState.DECLINED, by=by, now=now)
    return Weighed(await one(work, guild, number), is_new=done)


async def withdraw(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Weighed:
    """Ask an accepted item no longer. What is open runs on; what was answered stays counted.

    Raises:
        CaseGone: there is no such suggestion in this server.
    """
    await one(work, guild, number)
    done = await suggestions.withdraw(work, guild, number, by=by, now=now)
    return Weighed(await one(work, guild, number), is_new=done)


async def restore(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Weighed:
    """Ask a withdrawn item again, under its own id, so that its statistics go on.

    Raises:
        CaseGone: there is no such suggestion in this server.
    """
    await one(work, guild, number)
    done = await suggestions.restore(work, guild, number, by=by, now=now)
    return Weighed(await one(work, guild, number), is_new=done)


async def taken(work: Work, library: Library, guild: GuildId, number: int) -> Page:
    """Return the page of the accepted suggestion ``number`` (else the first) of ``guild``."""
    page = Page.of((await suggestions.accepted(work, [guild])).get(guild, ()), number)
    if not isinstance(page.case, Suggestion):
        return page
    concept = library.concept(page.case.draft.concept)
    return replace(page, concept=concept.title if concept else None)


async def one(work: Work, guild: GuildId, number: int) -> Suggestion:
    """Return the suggestion ``number``.

    Raises:
        CaseGone: there is no such suggestion in this server.
    """
    found = await suggestions.one(work, guild, number)
    if found is None:
        raise CaseGone
    return found


async def libraries_of(
    work: Work, library: Library, guilds: Collection[GuildId]
) -> Mapping[GuildId, Library]:
    """Return for each of ``guilds`` the notes together with the server's own notes and items."""
    brought = await own_notes.libraries_of(work, library, guilds)
    own = await suggestions.accepted(work, guilds)
    return {
        guild: replace(found, items=(*found.items, *items_of(own[guild], found)))
        if guild in own
        else found
        for guild, found in brought.items()
    }


async def exported(work: Work, library: Library, guild: GuildId) -> Mapping[str, str]:
    """Return the server's own items as a ``quiz.yaml`` for each topic, by the topic's id.

    Raises:
        NothingToExport: there are none, or their concepts have all left the notes.
    """
    by_topic: dict[str, list[Suggestion]] = {}
    for each in (await suggestions.accepted(work, [guild])).get(guild, ()):
        concept = library.concept(each.draft.concept)
        if concept is not None:
            by_topic.setdefault(concept.topic, []).append(each)
    if not by_topic:
        raise NothingToExport
    return {topic: quiz_yaml(found) for topic, found in by_topic.items()}
