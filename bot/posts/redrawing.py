"""Shows posts anew: each wish is kept in the ledger until the message really shows it."""

from collections.abc import Callable

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import voice
from bot.guilds import service as guilds
from bot.posts import store
from bot.posts.editor import Edit, Editor
from bot.posts.model import Post
from bot.posts.shards import Shards
from bot.posts.sources import Source, Sources
from bot.storage.work import Storage

MAX_AT_ONCE = 100


class Redrawing:
    """Hands the editor every sent post that should be shown anew."""

    def __init__(self, storage: Storage, sources: Sources, editor: Editor, shards: Shards) -> None:
        """Draw what ``sources`` say, on the servers of ``shards``."""
        self._shards = shards
        self._storage = storage
        self._sources = sources
        self._editor = editor
        self._going_on: set[int] = set()
        self.on_change: Callable[[], None] = lambda: None

    async def start_wanted(self) -> None:
        """Start on every post that should be shown anew and is not being redrawn."""
        async with self._storage.reading() as work:
            posts = await store.to_redraw(
                work, MAX_AT_ONCE, but=self._going_on, share=self._shards.share
            )
        for post in posts:
            source = self._sources.of(post)
            if source and post.claim.channel and post.message:
                self._going_on.add(post.id)
                turn = _Turn(self, source, post)
                self._editor.show(post.claim.channel, post.message, Edit(turn.draw, turn.done))

    async def draw(self, source: Source, post: Post) -> tuple[Screen | None, int | None]:
        """Return what ``post`` shows by now, and which wish that fulfils."""
        async with self._storage.reading() as work:
            newest = await store.post(work, post.claim.guild, post.id)
            if newest is None or newest.redraw is None:
                return None, None
            settings = await guilds.settings(work, post.claim.guild)
            screen = await source.redraw(work, newest, voice(settings.language))
            return screen, newest.redraw

    async def drawn(self, post: Post, wish: int | None) -> None:
        """Note that ``post`` was shown as ``wish`` wanted; a later wish stays open."""
        if wish is not None:
            async with self._storage.work() as work:
                await store.redrawn(work, post.id, wish)
                await work.commit()
        self._going_on.discard(post.id)
        self.on_change()


class _Turn:
    """One post's redrawing: remembers which wish was drawn."""

    def __init__(self, redrawing: Redrawing, source: Source, post: Post) -> None:
        self._redrawing = redrawing
        self._source = source
        self._post = post
        self._wish: int | None = None

    async def draw(self) -> Screen | None:
        screen, self._wish = await self._redrawing.draw(self._source, self._post)
        return screen

    async def done(self) -> None:
        await self._redrawing.drawn(self._post, self._wish)
