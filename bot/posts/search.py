"""Looks for a post in its channel after a crash: by ids, never by a clock."""

from collections.abc import Sequence

from bot.discord_ui.screens import Screen
from bot.ids import ChannelId, MessageId
from bot.posts import store
from bot.posts.delivery import PAGE, Delivery, looks_of
from bot.posts.marks import Seen, shows
from bot.posts.model import Post
from bot.posts.outcomes import Absent, Delivered, Searching, Unreadable
from bot.posts.pace import Pace
from bot.storage.work import Storage

# A message stands among the first after its anchor; nobody writes so many in one attempt's time.
MAX_PAGES = 20


class Search:
    """Reads a channel's history from a post's anchor on."""

    def __init__(self, storage: Storage, delivery: Delivery, pace: Pace) -> None:
        """Read through ``delivery``; ``storage`` tells which messages are other posts'."""
        self._storage = storage
        self._delivery = delivery
        self._pace = pace

    async def find(self, post: Post, channel: ChannelId, screen: Screen) -> Searching:
        """Look for ``post`` after its anchor: by ids, never by a clock."""
        if not self._delivery.reads(channel):
            return Unreadable()
        looks = looks_of(screen)
        after = post.anchor or channel
        for _ in range(MAX_PAGES):
            await self._pace.turn()
            page = await self._delivery.page_after(channel, after)
            if not isinstance(page, list):
                return page
            found = await self._first_free([seen for seen in page if shows(seen, post, looks)])
            if found is not None:
                return found
            if len(page) < PAGE:
                break
            after = page[-1].message
        return Absent()

    async def _first_free(self, candidates: Sequence[Seen]) -> Delivered | None:
        if not candidates:
            return None
        async with self._storage.reading() as work:
            taken = await store.taken(work, [seen.message for seen in candidates])
        free = (seen for seen in candidates if seen.message not in taken)
        return next((Delivered(MessageId(seen.message)) for seen in free), None)
