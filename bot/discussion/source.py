"""Discussions as a source of posts: what ends, what follows, and how each post looks by now."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from bot.content.library import Library
from bot.content.model import Text
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.discussion import follow_ups, moving, phases, posting, trouble
from bot.discussion.model import Discussion, Phase
from bot.discussion.outcome import Report
from bot.discussion.posting import KIND
from bot.discussion.show import posts as faces
from bot.discussion.store import discussions, votes, words
from bot.discussion.tally import tally_of
from bot.ids import ChannelId
from bot.posts import service as posts
from bot.posts.errands.model import OPEN_THREAD, Errand
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.storage.work import Work

# Each of them may close, and then counts hundreds of votes: a transaction holds few.
MOST_AT_ONCE = 25
# https://discord.com/developers/docs/reference#snowflakes
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_TIME_BITS = 22

# Returns the newest message id known in a channel, its own id or 0 where none is.
Newest = Callable[[ChannelId], int]


class Discussions:
    """The source of discussions."""

    kind = KIND

    def __init__(self, library: Callable[[], Library], newest: Newest) -> None:
        """Name cited concepts by ``library``; ``newest`` tells how long a thread was quiet."""
        self._library = library
        self._newest = newest

    async def earliest(self, work: Work) -> datetime | None:
        """Return when a phase ends next, or a thread is to be looked at."""
        return await discussions.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """End what is over, exactly once, and ask quiet threads their next follow-up."""
        over = await discussions.over(work, now, min(limit, MOST_AT_ONCE))
        moving_on = [phases.advanced(each, now) for each in over]
        claims = await moving.moved(work, moving_on, now, self.titles() if over else {})
        return [*claims, *await self._follow_up(work, now, limit)]

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Go on without it, and tell once what to mend."""
        await trouble.post_refused(work, post, refused, now)

    async def missed(self, work: Work, posts_: Sequence[Post], now: datetime) -> None:
        """Tell of each discussion once."""
        await trouble.posts_missed(work, posts_, now)

    async def errand_done(self, work: Work, errand: Errand, now: datetime) -> None:
        """Post what waited for the thread."""
        if errand.wish.chore != OPEN_THREAD or errand.result is None:
            return
        wish = errand.wish
        found = await discussions.one(work, wish.guild, wish.subject, to_change=True)
        if found is None or found.thread is not None or found.phase is Phase.CANCELLED:
            return
        await moving.placed(work, phases.in_thread(found, ChannelId(errand.result)), now)

    async def errand_refused(
        self, work: Work, errand: Errand, refused: Refused, now: datetime
    ) -> None:
        """Do without, and tell once what to mend."""
        await trouble.errand_refused(work, errand, refused, now)

    def render(self, post: Post, say: Say) -> Screen:
        """Show the post from its snapshot."""
        discussion, occurrence = posting.discussion_of(post), post.claim.occurrence
        match occurrence:
            case posting.OPENING:
                return faces.opening_screen(post.id, discussion, 0, say)
            case posting.ARGUMENT:
                return faces.argument_screen(post.id, discussion, posting.first_of(post), say)
            case posting.REASONS:
                return faces.reasons_screen(post.id, discussion, None, say)
            case posting.SECOND:
                return faces.second_screen(post.id, discussion, 0, say)
            case posting.REPORT | posting.REPORT_CHANNEL:
                report = Report.from_json(post.claim.snapshot["report"])
                in_thread = occurrence == posting.REPORT
                return faces.report_post(post.id, discussion, report, say, in_thread=in_thread)
            case _:
                return faces.follow_up_screen(post.id, discussion, posting.text_of(post), say)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show the post as the discussion stands now."""
        found = await discussions.one(work, post.claim.guild, post.claim.subject)
        if found is None:
            return None
        match post.claim.occurrence:
            case posting.OPENING:
                voters = await votes.count(work, found, 1)
                return faces.opening_screen(post.id, found, voters, say)
            case posting.SECOND:
                voters = await votes.count(work, found, 2)
                return faces.second_screen(post.id, found, voters, say)
            case posting.ARGUMENT:
                cast = (await votes.of(work, [found]))[found.id]
                first = tally_of(cast, len(found.prompt.stances), 1)
                return faces.argument_screen(post.id, found, first, say)
            case posting.REASONS:
                everything = (await words.material(work, [found]))[found.id]
                seen = phases.seen(found, everything)
                return faces.reasons_screen(post.id, found, seen, say)
            case _:
                return None

    def titles(self) -> dict[str, Text]:
        """Return what the concepts are called, by content's ids."""
        return {concept.id: concept.title for concept in self._library().concepts}

    async def _follow_up(self, work: Work, now: datetime, limit: int) -> list[Claim]:
        quiet = await discussions.to_follow(work, now, limit)
        looked: list[Discussion] = []
        claims: list[Claim] = []
        for each in quiet:
            discussion, text = follow_ups.looked(each, now, self._last_word(each))
            looked.append(discussion)
            claim = posting.follow_up_of(discussion, text, now) if text else None
            if claim is not None:
                claims.append(claim)
        await discussions.keep(work, looked)
        await posts.claim(work, claims)
        return claims

    def _last_word(self, discussion: Discussion) -> datetime | None:
        newest = self._newest(discussion.place) if discussion.place else 0
        return _EPOCH + timedelta(milliseconds=newest >> _TIME_BITS) if newest else None
