"""discord.py's client with our parts attached: how it begins, listens, and ends."""

import asyncio
from collections.abc import Callable
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answers.embedder_model import Model
from bot.answers.notes import Notes
from bot.app.attaching import attach_all
from bot.app.parts import Parts
from bot.app.permissions import intents
from bot.clock import Clock
from bot.content.faults import BrokenContent
from bot.discord_ui.faces import private_voice
from bot.discord_ui.outcomes import Stopwatch, guarded
from bot.discord_ui.router import PRESSES, kind_of
from bot.discord_ui.sync import sync_commands
from bot.discord_ui.translator import WordsTranslator
from bot.discord_ui.tree import DoranTree, completed
from bot.discord_ui.words import KOREAN, voice
from bot.guilds.power import Admission
from bot.ops.watching import NO_WATCH, Watch
from bot.posts.share import ALL, Share
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage

log = structlog.get_logger("doran.app")

# systemd and Docker kill what has not ended ten seconds after SIGTERM.
LAST_MOMENTS_S = 8.0
# discord.py's names for the tasks in which a press and a command are answered.
_ANSWERING = ("discord.py: on_interaction", "CommandTree-invoker")


class DoranBot(commands.Bot):
    """discord.py's client with our parts attached."""

    def __init__(
        self,
        storage: Storage,
        notes: Notes,
        clock: Clock,
        operators: frozenset[int],
        watch: Watch = NO_WATCH,
        share: Share = ALL,
    ) -> None:
        """Hold the parts; they are wired up in ``setup_hook``, once logged in."""
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=DoranTree,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            # Nothing reads old messages from the cache, so none are kept in memory.
            max_messages=None,
            **_shards_of(share),
            **watch.options(),
        )
        self.parts = Parts(self, storage, notes, clock, share, watch.observe, operators)
        self.storage = storage
        self.notes = notes
        self.clock = clock
        self.languages = self.parts.languages
        self.scheduler = self.parts.scheduler
        # Loads the model that knows meaning; None: answer by words alone.
        self.load_model: Callable[[], Model] | None = None
        self.learns_at_start = True
        self._learning: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Bring the database up to date, attach every part, and tell Discord the commands."""
        await upgrade(self.storage.engine)
        parts, tree = self.parts, self.tree
        if not isinstance(tree, DoranTree):
            raise TypeError("the tree must be ours: it is where commands are logged and refused")
        tree.languages = self.languages
        tree.observe = parts.observe
        tree.gate = parts.router.gate = Admission(self.storage, self.clock, parts.allowance)
        await tree.set_translator(WordsTranslator())
        await attach_all(self, parts)
        if self.learns_at_start:
            self.learn_meaning()
        try:
            await sync_commands(tree, self.storage, self.clock, self.application_id or 0)
        except discord.HTTPException as refused:
            # The commands that Discord knows still work; the next start tries again.
            log.error("commands not synced", status=refused.status, code=refused.code)

    def learn_meaning(self) -> None:
        """Begin to answer by meaning, in the background; meanwhile words must do."""
        if self.load_model is not None and self._learning is None:
            self._learning = asyncio.create_task(self.notes.learn_meaning(self.load_model))

    async def on_ready(self) -> None:
        """Start posting, or look at everything anew after a reconnect."""
        self.scheduler.start()
        await self.parts.recheck.look()

    async def on_resumed(self) -> None:
        """Look at everything anew: the connection was gone for a while."""
        self.scheduler.start()

    async def reload_notes(self) -> None:
        """Read the notes again; on a fault the old ones stay, and the log tells each fault."""
        try:
            edition = await self.notes.reload()
        except BrokenContent as broken:
            for fault in broken.faults:
                log.error("notes not reloaded", fault=fault.said("en"))
        else:
            log.info("notes reloaded", concepts=len(edition.library.concepts))
            await self.parts.recheck.look()

    async def on_message(self, message: discord.Message) -> None:
        """Do nothing: there are no prefix commands; the cogs listen for themselves."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Send presses to the router; commands go through the tree."""
        if interaction.type not in PRESSES:
            return
        kind = "modal" if interaction.type is discord.InteractionType.modal_submit else "press"
        await guarded(
            interaction,
            Stopwatch(
                kind, kind_of(interaction), guild=interaction.guild_id, observe=self.parts.observe
            ),
            lambda: private_voice(self.languages, interaction),
            lambda say: self.parts.router.route(interaction, say),
            voice(KOREAN),
        )

    async def on_app_command_completion(
        self, interaction: discord.Interaction, _command: app_commands.Command[Any, ..., Any]
    ) -> None:
        """Write the log line of a command that went well."""
        completed(interaction)

    async def _finish(self) -> None:
        """Let members who pressed have their answers, and posts on their way arrive."""
        answering = [task for task in asyncio.all_tasks() if task.get_name() in _ANSWERING]
        if answering:
            await asyncio.wait(answering)
        await self.parts.stop()

    async def close(self) -> None:
        """Finish what is in flight, as far as time allows; leave Discord; close the database."""
        try:
            async with asyncio.timeout(LAST_MOMENTS_S):
                await self._finish()
        except TimeoutError:
            log.warning("not everything was finished; the next start goes on with it")
        if self._learning is not None:
            self._learning.cancel()
        self.notes.close()
        await super().close()
        await self.storage.close()


class ShardedDoranBot(DoranBot, discord.AutoShardedClient):
    """The same with several of the gateway's shards, or with some of them only.

    discord.py's ``AutoShardedBot`` is this very pair of classes; kept apart, because a bot of one
    shard neither needs its task a shard nor asks Discord how many shards it should have.
    """


def _shards_of(share: Share) -> dict[str, Any]:
    """Return what discord.py is told of the shards."""
    if share.count == 1:
        return {}
    return {"shard_ids": sorted(share.shards), "shard_count": share.count}
