"""What moderators and members may do with discussions; each takes the caller's open unit of work.

Votes are taken by ``voting.take`` (through a batch); reasons, marks and questions by ``arguing``.
Call ``Scheduler.wake`` after the commit of whatever starts, moves or ends a discussion.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.content.model import Prompt, Text
from bot.discussion import moving, phases, posting, trouble
from bot.discussion.model import Discussion, Lengths, Material, Mine, Phase, Who
from bot.discussion.outcome import Report
from bot.discussion.refusals import DiscussionGone
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.store import discussions, keys, votes, words
from bot.discussion.voters import new_key
from bot.discussion.voting import voter_in
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts import service as posts
from bot.storage.work import Work

# A discussion's titles of concepts, by content's ids, for its report.
Titles = Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Start:
    """The wish to put ``prompt`` to ``channel``."""

    guild: GuildId
    channel: ChannelId
    prompt: Prompt | PromptSnapshot
    anonymous: bool
    started_by: MemberId
    lengths: Lengths = field(default_factory=Lengths)


async def start(work: Work, wish: Start, *, now: datetime) -> Discussion:
    """Start a discussion: its opening post is claimed, and its thread wanted.

    Check the permissions first: send, threads, attach, pin.
    """
    settings = await guilds.settings(work, wish.guild)
    prompt = wish.prompt
    snapshot = prompt if isinstance(prompt, PromptSnapshot) else PromptSnapshot.of(prompt)
    begun = phases.entered(
        Discussion(
            id=0,
            guild=wish.guild,
            channel=wish.channel,
            thread=None,
            prompt=snapshot,
            anonymous=wish.anonymous,
            phase=phases.first_phase(snapshot.kind),
            ends_at=None,
            paused_left=None,
            lengths=wish.lengths,
            started_by=wish.started_by,
            started_at=now,
            zone=settings.zone,
        ),
        phases.first_phase(snapshot.kind),
        now,
    )
    discussion = replace(begun, id=await discussions.add(work, begun))
    if wish.anonymous:
        await keys.add(work, wish.guild, discussion.id, new_key())
    await moving.opened(work, discussion, now, settings.language)
    return discussion


async def go_on(
    work: Work,
    guild: GuildId,
    number: int,
    *,
    made_for: Phase | None,
    now: datetime,
    titles: Titles,
) -> Discussion:
    """End the present phase; after the last one the discussion is closed, with its report.

    Raises:
        DiscussionGone: there is none of that number in ``guild``.
        DiscussionOver: it is closed or cancelled.
        PhaseMoved: it is not in the phase ``made_for`` any more.
    """
    discussion = await _to_change(work, guild, number, made_for)
    moved = phases.advanced(discussion, now)
    await moving.moved(work, [moved], now, titles)
    return moved


async def extend(
    work: Work,
    guild: GuildId,
    number: int,
    by: timedelta,
    *,
    made_for: Phase | None,
    now: datetime,
) -> Discussion:
    """Let the present phase end ``by`` later.

    Raises:
        DiscussionGone, DiscussionOver, PhaseMoved: as ``go_on`` does.
        TooLong: it would end more than 60 days from now.
    """
    return await _changed(
        work, phases.extended(await _to_change(work, guild, number, made_for), by, now)
    )


async def pause(work: Work, guild: GuildId, number: int, *, now: datetime) -> Discussion:
    """Stop the clock; members go on as before.

    Raises:
        DiscussionGone, DiscussionOver: as ``go_on`` does.
    """
    return await _changed(work, phases.paused(await _to_change(work, guild, number, None), now))


async def resume(work: Work, guild: GuildId, number: int, *, now: datetime) -> Discussion:
    """Let the clock run again, with the time that was left.

    Raises:
        DiscussionGone, DiscussionOver: as ``go_on`` does.
        NotPaused: it runs.
    """
    return await _changed(work, phases.resumed(await _to_change(work, guild, number, None), now))


async def close(
    work: Work,
    guild: GuildId,
    number: int,
    *,
    made_for: Phase | None,
    now: datetime,
    titles: Titles,
) -> Discussion:
    """Close it from whichever phase, with its report.

    Raises:
        DiscussionGone, DiscussionOver, PhaseMoved: as ``go_on`` does.
    """
    discussion = await _to_change(work, guild, number, made_for)
    moved = phases.closed(discussion, now)
    await moving.moved(work, [moved], now, titles)
    return moved


async def cancel(work: Work, guild: GuildId, number: int, *, now: datetime) -> Discussion:
    """End it without a report; what is claimed and not on its way is taken back.

    Raises:
        DiscussionGone, DiscussionOver: as ``go_on`` does.
    """
    moved = phases.cancelled(await _to_change(work, guild, number, None), now)
    await moving.moved(work, [moved], now, {})
    return moved


async def post_again(work: Work, guild: GuildId, number: int, *, now: datetime) -> Discussion:
    """Post the present phase's messages once more: they were deleted, or could not be posted.

    Raises:
        DiscussionGone: there is none of that number in ``guild``.
    """
    discussion = await _to_change(work, guild, number, None, even_over=True)
    before = await posts.posts_of(work, guild, posting.KIND, number)
    part = max((post.claim.part for post in before), default=0) + 1
    stored = await keys.report(work, guild, number)
    reports = {} if stored is None else {number: Report.from_json(stored)}
    claims = await moving.claims_for(work, [discussion], now, reports, part=part)
    if discussion.phase in (Phase.FIRST_VOTE, Phase.SHARING):
        claims.insert(0, replace(posting.opening_of(discussion, now), part=part))
    claimed = await posts.claim(work, claims)
    if discussion.phase is Phase.CLOSED:
        await moving.want_last_chores(work, [discussion], claimed, now)
    if discussion.place is None and claimed:
        language = (await guilds.settings(work, guild)).language
        await moving.want_thread(work, discussion, claimed[0], now, language, f"again-{part}")
    return discussion


async def close_keyless(work: Work, *, now: datetime, titles: Titles) -> int:
    """Close every open anonymous discussion without a key, with what can be counted.

    A backup leaves keys out, so after a restore nobody could change or find a vote of theirs any
    more, and a second vote could not be told from a first. Called at start-up. Returns how many.
    """
    left = await discussions.keyless(work)
    over = [phases.closed(each, now) for each in left]
    await moving.moved(work, over, now, titles)
    for each in over:
        await trouble.keyless_closed(work, each, now)
    return len(over)


async def discussion(work: Work, guild: GuildId, number: int) -> Discussion:
    """Return the discussion ``number`` of ``guild``.

    Raises:
        DiscussionGone: there is none.
    """
    found = await discussions.one(work, guild, number)
    if found is None:
        raise DiscussionGone
    return found


async def open_of(work: Work, guild: GuildId) -> Sequence[Discussion]:
    """Return what is open in ``guild``, oldest first."""
    return await discussions.open_of(work, guild)


async def latest_of(work: Work, guild: GuildId, limit: int = 25) -> Sequence[Discussion]:
    """Return the discussions of ``guild``, the one started last first."""
    return await discussions.latest_of(work, guild, limit)


async def open_in(work: Work, guild: GuildId, place: ChannelId) -> Discussion | None:
    """Return the open discussion that a channel or a thread is about, the one started last."""
    found = await discussions.open_in(work, guild, place)
    return found[0] if found else None


async def latest_on(
    work: Work, guild: GuildId, topic: str, prompt: str
) -> tuple[Discussion, Report | None] | None:
    """Return the open discussion of a prompt (content's ids), else the last closed with its report.

    None: the prompt was not discussed in ``guild``.
    """
    going_on = [phase for phase in Phase if phase.is_open]
    found = await discussions.latest_on(work, guild, topic, prompt, going_on)
    if found is not None:
        return found, None
    closed = await discussions.latest_on(work, guild, topic, prompt, [Phase.CLOSED])
    return None if closed is None else (closed, await report(work, guild, closed.id))


async def report(work: Work, guild: GuildId, number: int) -> Report | None:
    """Return what a closed discussion came to; None: it is open, or was cancelled."""
    stored = await keys.report(work, guild, number)
    return None if stored is None else Report.from_json(stored)


async def count(work: Work, discussion_: Discussion) -> int:
    """Return how many voted in the present round, or (between the rounds) in the first."""
    return await votes.count(work, discussion_, discussion_.phase.round or 1)


async def material(work: Work, guild: GuildId, number: int) -> Material:
    """Return what was put into a discussion, as far as anybody may see it by now.

    Votes of a round that goes on are left out, whoever asks.

    Raises:
        DiscussionGone: there is none of that number in ``guild``.
        StillHidden: the first vote goes on.
    """
    found = await discussion(work, guild, number)
    return phases.seen(found, (await words.material(work, [found]))[number])


async def mine(work: Work, guild: GuildId, number: int, who: Who) -> Mine:
    """Return what ``who`` put into a discussion; only for their own eyes.

    Raises:
        DiscussionGone: there is none of that number in ``guild``.
        KeyDestroyed: it is anonymous and over, so nobody can tell.
    """
    return await mine_in(work, await discussion(work, guild, number), who)


async def mine_in(work: Work, found: Discussion, who: Who) -> Mine:
    """Return what ``who`` put into the discussion that was ``found`` just now, as ``mine`` does.

    Raises:
        KeyDestroyed: it is anonymous and over, so nobody can tell.
    """
    voter, number = await voter_in(work, found, who), found.id
    taken = await votes.taken(work, [found], [(number, 1, voter), (number, 2, voter)])
    return Mine(
        discussion=found,
        voter=voter,
        first=taken.get((number, 1, voter)),
        second=taken.get((number, 2, voter)),
        reasons=tuple(await words.reasons_by(work, found, voter)),
        marks=await words.marks_by(work, found, voter),
        questions=tuple(await words.questions_by(work, found, voter)),
    )


async def note_citation(work: Work, guild: GuildId, place: ChannelId, concept: str) -> bool:
    """Count that the bot answered with ``concept`` (content's id) in a discussion's thread.

    Returns False where ``place`` is not the thread of an open discussion.
    """
    found = await discussions.open_in(work, guild, place)
    about = next((each for each in found if each.thread == place), None)
    if about is not None:
        await words.cite(work, about, concept)
    return about is not None


async def adopt(work: Work, guild: GuildId, post: int, number: int, message: MessageId) -> bool:
    """Note that ``message`` shows a post of the discussion ``number``, as a press on it proves.

    Returns whether that was news.
    """
    found = await posts.post(work, guild, post)
    if found is None or found.claim.kind != posting.KIND or found.claim.subject != number:
        return False
    return await posts.adopt(work, guild, post, message)


async def show_count(work: Work, wanted: Collection[tuple[GuildId, int]]) -> None:
    """Have the posts with votes show how many have voted by now."""
    await posts.show_anew_of(work, posting.KIND, wanted, occurrences=posting.COUNTED)


async def show_reasons(work: Work, guild: GuildId, number: int) -> None:
    """Have the message with the reasons show them as they are by now."""
    await posts.show_anew_of(work, posting.KIND, [(guild, number)], occurrences=(posting.REASONS,))


async def follow_zone(work: Work, guild: GuildId, zone: str, /, *, now: datetime) -> None:
    """Tell quiet hours by the server's new ``zone``; phases last as long as they do."""
    del now
    await discussions.follow_zone(work, guild, zone)


async def _changed(work: Work, discussion_: Discussion) -> Discussion:
    await discussions.keep(work, [discussion_])
    # When it ends stands on its posts.
    await posts.show_anew_of(work, posting.KIND, [(discussion_.guild, discussion_.id)])
    return discussion_


async def _to_change(
    work: Work, guild: GuildId, number: int, made_for: Phase | None, *, even_over: bool = False
) -> Discussion:
    found = await discussions.one(work, guild, number, to_change=True)
    if found is None:
        raise DiscussionGone
    if not even_over:
        phases.require_phase(found, made_for)
    return found
