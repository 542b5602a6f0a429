"""What members do with the day's items, and what other parts of the bot may ask of the quiz."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.content.library import Library
from bot.ids import GuildId, MemberId, MessageId
from bot.posts import service as posts
from bot.quiz.answering import mine
from bot.quiz.desk.aliases import accepting
from bot.quiz.desk.news import take_news
from bot.quiz.desk.store import aliases
from bot.quiz.desk.suggestions import libraries_of
from bot.quiz.journal import Entry, QuizDay, Score, Who
from bot.quiz.kinds import KINDS
from bot.quiz.model import Answer, Answered, AskedItem
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import answers, asked, journal, responses
from bot.quiz.sure import ItemSure
from bot.storage.work import Work

# What `/quiz` still shows when nothing is open.
LATELY = timedelta(days=7)
MAX_LATEST = 10
# A season of daily items.
MAX_CLOSED = 150


async def today(
    work: Work, guild: GuildId, members: Collection[MemberId], *, now: datetime
) -> dict[MemberId, AskedItem | Answered | None]:
    """Return for each of ``members`` the first open item not answered, else the latest answer.

    None: nothing is open, and they answered nothing lately.
    """
    latest = [
        item for item in await asked.latest(work, guild, MAX_LATEST) if item.due > now - LATELY
    ]
    done = await answers.answered_by(work, guild, members, [item.number for item in latest])
    found: dict[MemberId, AskedItem | Answered | None] = {}
    for member in members:
        waiting = [item for item in latest if item.is_open and item.number not in done[member]]
        answered = next((item for item in latest if item.number in done[member]), None)
        if waiting:
            found[member] = min(waiting, key=lambda item: (item.due, item.number))
        elif answered is not None:
            found[member] = await mine(work, guild, answered.number, member)
        else:
            found[member] = None
    return found


async def with_news(work: Work, answered: Answered) -> Answered:
    """Return ``answered`` with which other answers of its member became right; told once."""
    who = (answered.answer.guild, answered.answer.member)
    return replace(answered, news=await news_of(work, *who))


async def news_of(work: Work, guild: GuildId, member: MemberId) -> tuple[AskedItem, ...]:
    """Return the items on which answers of ``member`` became right; each is told once."""
    return (await take_news(work, [(guild, member)])).get((guild, member), ())


async def have_news(
    work: Work, members: Collection[tuple[GuildId, MemberId]]
) -> dict[tuple[GuildId, MemberId], bool]:
    """Tell of which of ``members`` ``news_of`` may have something; only reads."""
    waiting = await aliases.with_news(work, members)
    return {member: member in waiting for member in members}


async def as_accepted(work: Work, guild: GuildId, snapshot: Snapshot) -> Snapshot:
    """Return ``snapshot`` with what ``guild`` takes as right besides the notes."""
    place = (guild, snapshot.item)
    return accepting(snapshot, (await aliases.of_items(work, [place])).get(place, ()))


async def library_of(work: Work, library: Library, guild: GuildId) -> Library:
    """Return the notes together with the items that ``guild`` took from its members."""
    return (await libraries_of(work, library, [guild]))[guild]


async def adopt(work: Work, guild: GuildId, post: int, number: int, message: MessageId) -> bool:
    """Note that ``message`` shows the post of the asked item ``number``, as a press on it proves.

    Returns whether that was news.
    """
    found = await posts.post(work, guild, post)
    if found is None or found.claim.kind not in KINDS or found.claim.subject != number:
        return False
    return await posts.adopt(work, guild, post, message)


async def show_count(work: Work, wanted: Collection[tuple[GuildId, int]]) -> None:
    """Have the posts of asked items show how many have answered by now."""
    for kind in KINDS:
        await posts.show_anew_of(work, kind, wanted)


async def answers_of(
    work: Work, guild: GuildId, member: MemberId, *, since: datetime
) -> Sequence[Answer]:
    """Return what ``member`` answered in ``guild`` since then, oldest first."""
    return await answers.of_member(work, guild, member, since)


async def items_asked(
    work: Work, guild: GuildId, numbers: Collection[int]
) -> Mapping[int, AskedItem]:
    """Return the asked items ``numbers`` of ``guild``."""
    return await asked.some(work, guild, numbers)


async def entries_of(
    work: Work, members: Collection[Who], *, since: datetime | None = None
) -> Mapping[Who, Sequence[Entry]]:
    """Return what each of ``members`` answered since then (None: ever), oldest first."""
    return await journal.entries(work, members, since)


async def quiz_days(work: Work, guild: GuildId) -> Sequence[QuizDay]:
    """Return the days on which something was asked in ``guild``, oldest first."""
    return await journal.quiz_days(work, guild)


async def asks_now(work: Work, guild: GuildId) -> bool:
    """Tell whether an item of ``guild`` is open for answers."""
    return bool((await journal.open_items(work, {guild}))[guild])


async def waiting_for(work: Work, members: Collection[Who]) -> Mapping[Who, frozenset[str]]:
    """Return the open items (content's ids) that each of ``members`` has not answered yet."""
    opened = await journal.open_items(work, {guild for guild, _ in members})
    numbers = {number for items in opened.values() for number in items}
    done = await journal.answered(work, members, numbers)
    return {
        who: frozenset(item for number, item in opened[who[0]].items() if number not in done[who])
        for who in members
    }


async def scores_of(
    work: Work, guild: GuildId, members: Collection[MemberId], *, first: date
) -> Mapping[MemberId, Score]:
    """Return how ``members`` did on the days from ``first`` on; who answered nothing is left out.

    An answer whose verdict is hidden till closing counts from then on.
    """
    return await journal.scores(work, guild, members, first)


async def sure_of(work: Work, guild: GuildId, *, since: datetime) -> Sequence[ItemSure]:
    """Return how sure and how right ``guild`` was of each item that closed since then.

    Of each member the first answer counts; what is open is left out.
    """
    items = [item for item in await responses.closed(work, guild, MAX_CLOSED) if item.due >= since]
    by_number = {item.number: item for item in items}
    first: dict[tuple[str, int], tuple[bool, bool]] = {}
    for number, member, right, sure in await responses.sure_of(work, guild, by_number):
        first.setdefault((by_number[number].snapshot.item, member), (right, sure))
    given: dict[str, list[tuple[bool, bool]]] = {}
    for (item, _), answer in first.items():
        given.setdefault(item, []).append(answer)
    # Newest first: what is asked again is shown as it was asked last.
    latest = {item.snapshot.item: item for item in reversed(items)}
    return [
        ItemSure(
            name,
            latest[name].snapshot.stem,
            len(answers_),
            sum(right for right, _ in answers_),
            sum(sure and not right for right, sure in answers_),
            latest[name].due,
        )
        for name, answers_ in given.items()
    ]
