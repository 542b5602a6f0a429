"""Sessions as a source of posts: what says that one begins, its parts, what it came to."""

from collections.abc import Sequence
from datetime import datetime

from bot.content.library import Library
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId
from bot.posts import notices
from bot.posts.errands.model import OPEN_THREAD, Errand
from bot.posts.model import Claim, Post, State
from bot.posts.outcomes import Refused, Why
from bot.sessions import service
from bot.sessions.frozen import text_of
from bot.sessions.posting import HEAD, KIND, RECAP, TURN, view_in
from bot.sessions.recap import Recap
from bot.sessions.service import Sessions
from bot.sessions.show.head import Head, head_screen
from bot.sessions.show.part import part_screen
from bot.sessions.show.recap import recap_screen
from bot.storage.work import Work

THREAD_GONE, NO_THREAD = "session thread-gone", "session without thread"


class SessionPosts:
    """The source of sessions: the one that looks at the clock for all of them."""

    kind = KIND

    def __init__(self, sessions: Sessions) -> None:
        """Show ``sessions``."""
        self._sessions = sessions

    async def earliest(self, work: Work) -> datetime | None:
        """Return when a phase of any session is over."""
        return await service.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Take each session a step further whose phase is over."""
        return await self._sessions.pass_due(work, now, limit)

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Go on in the channel where the thread is gone, else end; tell once what to mend."""
        if post.state is not State.MISSED:
            return
        if refused.why is Why.CHANNEL_GONE and await self._left_thread(work, post, now):
            return
        guild, number = post.claim.guild, post.claim.subject
        if await self._sessions.give_up(work, guild, number, now=now):
            for milder in (THREAD_GONE, NO_THREAD):
                await notices.take_back(work, guild, about=milder, subject=number)
            permissions = refused.missing or notices.NEEDED_TO_WRITE
            await self._tell(work, post, str(refused.why), now, permissions)

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """End each session whose present part was not shown, and tell once."""
        for post in posts:
            if post.claim.occurrence != RECAP:
                await self._sessions.give_up(work, post.claim.guild, post.claim.subject, now=now)
            await self._tell(work, post, "missed", now, ())

    async def errand_done(self, work: Work, errand: Errand, now: datetime) -> None:
        """Begin in the thread that was opened."""
        if errand.wish.chore == OPEN_THREAD and errand.result is not None:
            await self._sessions.thread_opened(
                work, errand.wish.guild, errand.wish.subject, ChannelId(errand.result), now=now
            )

    async def errand_refused(
        self, work: Work, errand: Errand, refused: Refused, now: datetime
    ) -> None:
        """Begin in the channel itself, and tell once what to grant."""
        wish = errand.wish
        await self._sessions.thread_opened(work, wish.guild, wish.subject, None, now=now)
        await notices.tell_no_thread(
            work,
            errand,
            refused,
            about=NO_THREAD,
            words="notice-session-no-thread",
            now=now,
        )

    def render(self, post: Post, say: Say) -> Screen:
        """Show the post from its snapshot."""
        kept, number = post.claim.snapshot, post.claim.subject
        match post.claim.occurrence:
            case occurrence if occurrence == HEAD:
                return head_screen(post.id, number, self._head(post), say)
            case occurrence if occurrence == RECAP:
                return recap_screen(Recap.from_json(kept["recap"]), kept["minutes"], say)
            case _:
                view = view_in(post)
                if view is None:
                    raise ValueError(f"post {post.id} shows no part")
                return part_screen(post.id, view, say, self._library())

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show the post as the session stands now."""
        guild, number, occurrence = post.claim.guild, post.claim.subject, post.claim.occurrence
        if occurrence == HEAD:
            session = await service.find(work, guild, number)
            if session is None:
                return None
            return head_screen(post.id, number, self._head(post), say, session)
        before = view_in(post) if occurrence.startswith(TURN) else None
        if before is None:
            return None
        view = await service.view_for(work, guild, number, before.turn, before.at)
        return None if view is None else part_screen(post.id, view, say, self._library())

    def _library(self) -> Library:
        return self._sessions.shared_library()

    def _head(self, post: Post) -> Head:
        kept = post.claim.snapshot
        steps = tuple(text_of(each) for each in kept["steps"])
        return Head(text_of(kept["title"]), text_of(kept["goal"]), steps, kept["minutes"])

    async def _left_thread(self, work: Work, post: Post, now: datetime) -> bool:
        """Return whether ``post`` was for a thread that is gone, and the session goes on."""
        guild, number, place = post.claim.guild, post.claim.subject, post.claim.channel
        if await self._sessions.thread_gone(work, guild, number, place, now=now):
            await self._tell(work, post, "thread-gone", now, (), settling=True)
            return True
        session = await service.find(work, guild, number)
        # Another post for the thread that it has left already.
        return session is not None and session.channel != place

    async def _tell(
        self,
        work: Work,
        post: Post,
        why: str,
        now: datetime,
        permissions: Sequence[str],
        *,
        settling: bool = False,
    ) -> None:
        await notices.tell(
            work,
            post.claim.guild,
            about=f"session {why}",
            subject=post.claim.subject,
            member=post.claim.member,
            words=f"notice-session-{why}",
            facts={"channel": f"<#{post.claim.channel}>"},
            permissions=permissions,
            now=now,
            settling=settling,
        )
