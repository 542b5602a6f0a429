"""Lets discussions go on: the new phase, its posts and errands, in one transaction."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.content.model import Text
from bot.discussion import posting
from bot.discussion.model import Discussion, Material, Phase
from bot.discussion.outcome import Report
from bot.discussion.report import report_of
from bot.discussion.store import discussions, keys, votes, words
from bot.discussion.tally import tally_of
from bot.ids import ChannelId
from bot.posts import service as posts
from bot.posts.errands import service as errands
from bot.posts.errands.model import ARCHIVE, OPEN_THREAD, PIN, Wish
from bot.posts.model import Claim, Post
from bot.storage.work import Work

Titles = Mapping[str, Text]
MAX_THREAD_NAME = 100
# Until then the thread's last edits are made, which Discord refuses in an archived one: an old
# message may be edited every 15 minutes only.
BEFORE_ARCHIVING = timedelta(minutes=16)


async def opened(work: Work, discussion: Discussion, now: datetime, language: str) -> None:
    """Claim the opening post of a discussion that was just stored, and want its thread."""
    (post,) = await posts.claim(work, [posting.opening_of(discussion, now)])
    await want_thread(work, discussion, post, now, language)


async def want_thread(
    work: Work,
    discussion: Discussion,
    post: Post,
    now: datetime,
    language: str,
    occurrence: str = "first",
) -> None:
    """Want the thread of the opening ``post``, named for the prompt."""
    title = discussion.prompt.title.into(language)
    details = {"name": title[:MAX_THREAD_NAME]}
    wish = _wish(discussion, OPEN_THREAD, now, occurrence, post=post.id, details=details)
    await errands.want(work, [wish])


async def moved(
    work: Work, moving: Sequence[Discussion], now: datetime, titles: Titles
) -> list[Claim]:
    """Store that each of ``moving`` has entered its phase, with everything that follows.

    Closing counts the report, stores it, and destroys the key. Returns what was claimed. The
    number of queries does not grow with the number of discussions, but for those that close.
    """
    if not moving:
        return []
    await discussions.keep(work, moving)
    closing = [each for each in moving if each.phase is Phase.CLOSED]
    reports = await _close(work, closing, now, titles)
    await _cancel(work, [each for each in moving if each.phase is Phase.CANCELLED], now)
    numbers = [(each.guild, each.id) for each in moving]
    # Their earlier posts show that the vote is over.
    await posts.show_anew_of(work, posting.KIND, numbers)
    claims = await claims_for(work, moving, now, reports)
    claimed = await posts.claim(work, claims)
    await posts.show_anew_of(work, posting.KIND, numbers, occurrences=[posting.REASONS])
    await want_last_chores(work, closing, claimed, now)
    return claims


async def claims_for(
    work: Work,
    discussions_: Sequence[Discussion],
    now: datetime,
    reports: Mapping[int, Report],
    *,
    part: int = 0,
) -> list[Claim]:
    """Return what is to be posted for the phases that ``discussions_`` are in."""
    arguing = [each for each in discussions_ if each.phase is Phase.ARGUMENT]
    voted = await votes.of(work, arguing) if arguing else {}
    claims: list[Claim] = []
    for each in discussions_:
        stances = len(each.prompt.stances)
        first = tally_of(voted[each.id], stances, 1) if each.id in voted else None
        report = reports.get(each.id)
        claims += posting.claims_of(
            each, now, first=first, report=report.to_json() if report else None, part=part
        )
    return claims


async def placed(work: Work, discussion: Discussion, now: datetime, *, part: int = 0) -> None:
    """Post what waited for a place: its thread was made, or turned out to be impossible."""
    await discussions.keep(work, [discussion])
    stored = await keys.report(work, discussion.guild, discussion.id)
    reports = {} if stored is None else {discussion.id: Report.from_json(stored)}
    claims = await claims_for(work, [discussion], now, reports, part=part)
    claimed = await posts.claim(work, claims)
    if discussion.phase is Phase.CLOSED:
        await want_last_chores(work, [discussion], claimed, now)
    await posts.show_anew_of(work, posting.KIND, [(discussion.guild, discussion.id)])


async def want_last_chores(
    work: Work, closing: Sequence[Discussion], claimed: Sequence[Post], now: datetime
) -> None:
    """Want the reports pinned, then the threads archived: last, since nothing is edited after."""
    for each in closing:
        mine = {post.claim.occurrence: post for post in claimed if post.claim.subject == each.id}
        pins = [
            _wish(each, PIN, now, f"{name}-{post.claim.part}", post=post.id)
            for name, post in mine.items()
            if name in (posting.REPORT, posting.REPORT_CHANNEL)
        ]
        numbers = await errands.want(work, pins)
        report = mine.get(posting.REPORT)
        if each.thread is not None and report is not None:
            after = next(
                number for number, pin in zip(numbers, pins, strict=True) if pin.post == report.id
            )
            archive = _wish(
                each,
                ARCHIVE,
                now + BEFORE_ARCHIVING,
                f"closed-{report.claim.part}" if report.claim.part else "closed",
                post=report.id,
                after=after,
                channel=each.thread,
            )
            await errands.want(work, [archive])


async def _close(
    work: Work, closing: Sequence[Discussion], now: datetime, titles: Titles
) -> dict[int, Report]:
    if not closing:
        return {}
    material = await words.material(work, closing)
    # Counting takes the processor for a while, so a thread does it and the event loop goes on.
    reports = await asyncio.to_thread(_reports, closing, material, titles)
    stored = {number: each.to_json() for number, each in reports.items()}
    await keys.keep_reports(work, closing, stored)
    await _unlink(work, closing, now)
    return reports


async def _cancel(work: Work, cancelled: Sequence[Discussion], now: datetime) -> None:
    for each in cancelled:
        await posts.withdraw(work, each.guild, posting.KIND, each.id)
        await errands.withdraw(work, each.guild, posting.KIND, each.id)
        if each.thread is not None:
            late = now + BEFORE_ARCHIVING
            wish = _wish(each, ARCHIVE, late, "cancelled", channel=each.thread)
            await errands.want(work, [wish])
    await _unlink(work, cancelled, now)


async def _unlink(work: Work, over: Iterable[Discussion], now: datetime) -> None:
    """Destroy what could tell of the anonymous ones who put in what, and in which order."""
    anonymous = [each for each in over if each.anonymous]
    if anonymous:
        await keys.shuffle(work, anonymous)
        await keys.destroy(work, anonymous, now)


def _reports(
    closing: Sequence[Discussion], material: Mapping[int, Material], titles: Titles
) -> dict[int, Report]:
    return {each.id: report_of(each, material[each.id], titles) for each in closing}


def _wish(
    discussion: Discussion,
    chore: str,
    now: datetime,
    occurrence: str,
    *,
    post: int | None = None,
    after: int | None = None,
    channel: ChannelId | None = None,
    details: Mapping[str, str] | None = None,
) -> Wish:
    return Wish(
        guild=discussion.guild,
        owner=posting.KIND,
        subject=discussion.id,
        chore=chore,
        occurrence=occurrence,
        due=now,
        post=post,
        after=after,
        channel=channel,
        member=discussion.started_by,
        details=details or {},
    )
