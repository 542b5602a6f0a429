"""A round's posts: its start, its items, its table; what happens when one cannot be sent."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId
from bot.posts import notices
from bot.posts.errands.model import Errand
from bot.posts.model import Claim, Post, State
from bot.posts.outcomes import Refused
from bot.quiz.kinds import ROUND_KIND, ROUND_TABLE_KIND
from bot.quiz.model import AskedState
from bot.quiz.rounds import store
from bot.quiz.rounds.claims import START_KIND, text_of
from bot.quiz.rounds.model import Phase
from bot.quiz.rounds.nicknames import Nicknames
from bot.quiz.rounds.service import Rounds, turn_of
from bot.quiz.rounds.show.controls import Controls
from bot.quiz.rounds.show.item import (
    Naming,
    Place,
    Start,
    closed_screen,
    item_screen,
    start_screen,
)
from bot.quiz.rounds.show.table import Table, table_screen
from bot.quiz.rounds.standings import placed
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import answers, asked
from bot.quiz.tally import tally
from bot.storage.work import Work

NO_THREAD = "round without thread"


class _OfRounds:
    """What the three kinds of a round's posts have in common: nothing of them is planned."""

    def __init__(self, rounds: Rounds, names: Nicknames) -> None:
        """Show ``rounds``; who pressed is called as ``names`` knows."""
        self._rounds = rounds
        self._names = names

    async def earliest(self, work: Work) -> datetime | None:
        """Return None: whatever moves a round claims its posts."""
        del work
        return None

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Return nothing."""
        del work, now, limit
        return ()

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """End the round, and tell once what to mend."""
        if post.state is not State.MISSED:
            return
        if await self._rounds.give_up(work, post.claim.guild, self._round(post), now=now):
            await notices.take_back(
                work, post.claim.guild, about=NO_THREAD, subject=self._round(post)
            )
            permissions = refused.missing or notices.NEEDED_TO_WRITE
            await self._tell(work, post, f"notice-round-{refused.why}", now, permissions)

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """End each round, and tell once."""
        for post in posts:
            await self._rounds.give_up(work, post.claim.guild, self._round(post), now=now)
            await self._tell(work, post, "notice-round-missed", now)

    def _round(self, post: Post) -> int:
        return post.claim.subject

    async def _tell(
        self, work: Work, post: Post, words: str, now: datetime, permissions: Sequence[str] = ()
    ) -> None:
        await notices.tell(
            work,
            post.claim.guild,
            about="round given up",
            subject=self._round(post),
            member=post.claim.member,
            words=words,
            facts={"channel": f"<#{post.claim.channel}>"},
            permissions=permissions,
            now=now,
        )

    def _name(self, guild: GuildId) -> Naming:
        return partial(self._names.of, guild)


class RoundStarts(_OfRounds):
    """The source of what says that a round begins."""

    kind = START_KIND

    def render(self, post: Post, say: Say) -> Screen:
        """Show the start, from the post's own snapshot."""
        kept = post.claim.snapshot
        begins = None if kept["in_thread"] else datetime.fromisoformat(kept["until"])
        start = Start(
            text_of(kept["topic"]), kept["items"], kept["seconds"], begins, kept["in_thread"]
        )
        controls = Controls(post.claim.subject, 0, has_next=not kept["in_thread"])
        return start_screen(post.id, start, controls, say)

    async def errand_done(self, work: Work, errand: Errand, now: datetime) -> None:
        """Begin in the thread that was opened."""
        wish, result = errand.wish, errand.result
        thread = None if result is None else ChannelId(result)
        await self._rounds.thread_opened(work, wish.guild, wish.subject, thread, now=now)

    async def errand_refused(
        self, work: Work, errand: Errand, refused: Refused, now: datetime
    ) -> None:
        """Begin in the channel itself, and tell once what to grant."""
        wish = errand.wish
        await self._rounds.thread_opened(work, wish.guild, wish.subject, None, now=now)
        await notices.tell_no_thread(
            work,
            errand,
            refused,
            about=NO_THREAD,
            words="notice-round-no-thread",
            now=now,
        )

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show whether the first item is still to come."""
        found = await store.one(work, post.claim.guild, post.claim.subject)
        if found is None:
            return None
        is_waiting = found.part < 0
        until = found.until if is_waiting and found.phase is Phase.BETWEEN else None
        is_over = is_waiting and found.is_over
        in_thread = found.thread is not None or found.stage is Phase.OPENING
        start = Start(found.topic, len(found.items), found.seconds, until, in_thread, is_over)
        controls = Controls.of(found, turn_of(found)) if is_waiting else None
        return start_screen(post.id, start, controls, say)


class LiveRounds(_OfRounds):
    """The source of items: the one that looks at the clock for all of them."""

    kind = ROUND_KIND

    async def earliest(self, work: Work) -> datetime | None:
        """Return when a phase of any round is over."""
        return await self._rounds.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Close what is over, ask what comes next, end what has ended."""
        return await self._rounds.pass_due(work, now, limit)

    def render(self, post: Post, say: Say) -> Screen:
        """Show the question, from the post's own snapshot."""
        kept = post.claim.snapshot
        part: int = kept["part"]
        controls = Controls(kept["round"], 2 * (part + 1) + 1)
        place = Place(part, kept["parts"], datetime.fromisoformat(kept["until"]), controls)
        snapshot = Snapshot.from_json(kept["item"])
        return item_screen(post.id, post.claim.subject, snapshot, place, 0, say)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show how many have answered; once closed, what they answered, and who leads."""
        guild = post.claim.guild
        item = await asked.one(work, guild, post.claim.subject)
        found = await store.one(work, guild, self._round(post))
        if item is None or found is None:
            return None
        is_present = item.part == found.part
        until = found.until if is_present and found.phase is not Phase.PAUSED else None
        controls = Controls.of(found, turn_of(found)) if is_present else None
        place = Place(item.part, len(found.items), until, controls)
        if item.is_open:
            count = await answers.count(work, guild, item.number)
            return item_screen(post.id, item.number, item.snapshot, place, count, say)
        if item.state is not AskedState.CLOSED:
            return None
        counted = (await answers.counted(work, [item.number]))[item.number]
        rows = placed(await store.scores_until(work, guild, found.number, item.part))
        shown = tally(item.snapshot, counted)
        return closed_screen(post.id, item, shown, place, rows, self._name(guild), say)

    def _round(self, post: Post) -> int:
        number: int = post.claim.snapshot["round"]
        return number


class RoundTables(_OfRounds):
    """The source of tables."""

    kind = ROUND_TABLE_KIND

    def render(self, post: Post, say: Say) -> Screen:
        """Show the table, from the post's own snapshot."""
        table = Table.from_json(post.claim.snapshot)
        naming = self._name(post.claim.guild)
        return table_screen(post.id, post.claim.subject, table, naming, say)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show it as answers are marked by now."""
        guild, number = post.claim.guild, post.claim.subject
        found = await store.one(work, guild, number)
        if found is None:
            return None
        rows = placed((await store.scores(work, [number]))[number])
        return table_screen(post.id, number, Table.of(found, rows), self._name(guild), say)
