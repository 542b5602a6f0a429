"""Posts and claims for the tests to begin with, and a Discord that does as it is told."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts.delivery import PAGE, Failure, Gone, looks_of
from bot.posts.marks import Seen
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Delivered, Refused, Why
from bot.storage.work import Work

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD = GuildId(10)
CHANNEL = ChannelId(20)
MEMBER = MemberId(30)


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def forward(self, span: timedelta) -> None:
        self.moment += span


def claim(**changes: Any) -> Claim:
    """Return a claim of the kind ``test``, due at noon with an hour's grace."""
    plain = Claim(
        guild=GUILD,
        kind="test",
        subject=1,
        occurrence="first",
        channel=CHANNEL,
        member=MEMBER,
        snapshot={"text": "안녕"},
        due=NOON,
        grace=timedelta(hours=1),
    )
    return replace(plain, **changes)


def post(**changes: Any) -> Post:
    """Return a claimed post."""
    return replace(Post(id=7, claim=claim(), next_try=NOON), **changes)


def sending(**changes: Any) -> Post:
    """Return a post whose first attempt began at noon."""
    return replace(post().begun(NOON, anchor=100), **changes)


@dataclass
class Channels:
    """Discord, as far as the sender sees it; ``says`` are answers for the next sends, in order.

    A ``Refused``, ``Unknown`` or ``NotNow`` is answered without a message. ``acts_anyway`` makes an
    ``Unknown`` one that did post. ``gone`` are deleted channels and threads.
    """

    says: list[Failure] = field(default_factory=list)
    acts_anyway: bool = False
    readable: bool = True
    lag: int = 0
    remembers_nonces: bool = True
    messages: dict[ChannelId, list[Seen]] = field(default_factory=dict)
    silent: list[bool] = field(default_factory=list)
    requests: int = 0
    edits: list[tuple[MessageId, str]] = field(default_factory=list)
    edit_says: list[Gone | Failure] = field(default_factory=list)
    hangs_in: ChannelId | None = None
    gone: set[ChannelId] = field(default_factory=set)
    release: asyncio.Event = field(default_factory=asyncio.Event)
    _last: int = 1_000
    _nonces: dict[str, int] = field(default_factory=dict)

    async def channel_to(self, member: MemberId) -> ChannelId | Failure:
        return ChannelId(9_000 + member)

    def newest(self, channel: ChannelId) -> int:
        return self._last

    async def newest_there(self, channel: ChannelId) -> int | Failure:
        return self._last

    def reads(self, _channel: ChannelId) -> bool:
        return self.readable

    async def send(
        self, channel: ChannelId, screen: Screen, *, nonce: str, silent: bool
    ) -> Delivered | Failure:
        self.requests += 1
        if channel == self.hangs_in:
            await self.release.wait()
        if channel in self.gone:
            return Refused(Why.CHANNEL_GONE)
        answer = self.says.pop(0) if self.says else None
        if answer is not None and not self.acts_anyway:
            return answer
        known = self._nonces.get(nonce) if self.remembers_nonces else None
        number = known or self._write(channel, screen)
        self._nonces[nonce] = number
        self.silent.append(silent)
        return answer or Delivered(MessageId(number))

    async def page_after(self, channel: ChannelId, message: int) -> list[Seen] | Failure:
        self.requests += 1
        if self.lag:
            self.lag -= 1
            return []
        return [seen for seen in self.messages.get(channel, []) if seen.message > message][:PAGE]

    async def edit(
        self, _channel: ChannelId, message: MessageId, screen: Screen
    ) -> Gone | Failure | None:
        if self.edit_says:
            return self.edit_says.pop(0)
        self.edits.append((message, screen.content))
        return None

    def words(self, channel: ChannelId = CHANNEL) -> list[str]:
        """Return what stands in ``channel``."""
        return [seen.words for seen in self.messages.get(channel, [])]

    def strangers(self, count: int, channel: ChannelId = CHANNEL) -> None:
        """Let others write ``count`` messages."""
        for _ in range(count):
            self._last += 1
            self.messages.setdefault(channel, []).append(Seen(self._last, frozenset(), ""))

    def _write(self, channel: ChannelId, screen: Screen) -> int:
        self._last += 1
        looks = looks_of(screen)
        self.messages.setdefault(channel, []).append(replace(looks, message=self._last))
        return self._last


@dataclass
class Plan:
    """A source with what is due next, and a memory of what it was told."""

    planned: list[Claim] = field(default_factory=list)
    refusals: list[tuple[int, Refused]] = field(default_factory=list)
    missed_posts: list[int] = field(default_factory=list)
    shown: str = "새 모습"
    kind: str = "test"

    async def earliest(self, _work: Work) -> datetime | None:
        return min((claim.due for claim in self.planned), default=None)

    async def due(self, _work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        come = [claim for claim in self.planned if claim.due <= now][:limit]
        self.planned = [claim for claim in self.planned if claim not in come]
        return come

    async def refused(self, _work: Work, post: Post, refused: Refused, _now: datetime) -> None:
        self.refusals.append((post.id, refused))

    async def missed(self, _work: Work, posts: Sequence[Post], _now: datetime) -> None:
        self.missed_posts += [post.id for post in posts]

    def render(self, post: Post, _say: Say) -> Screen:
        return Screen(content=post.claim.snapshot["text"])

    async def redraw(self, _work: Work, _post: Post, _say: Say) -> Screen | None:
        return Screen(content=self.shown)

    __hash__ = object.__hash__
