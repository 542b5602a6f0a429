"""The composition root: the only place that knows every part, and puts the bot together."""

from functools import partial
from pathlib import Path

from bot.answers.embedder_model import bundled_model
from bot.answers.notes import Notes
from bot.app.bot import DoranBot, ShardedDoranBot
from bot.app.declared import DECLARED, METADATA
from bot.app.permissions import PERMISSIONS, intents
from bot.clock import Clock, SystemClock
from bot.discord_ui.allowance import Allowance
from bot.ops.watching import NO_WATCH, Watch
from bot.posts.share import Share
from bot.settings import Settings
from bot.storage.work import Storage

__all__ = ["DECLARED", "METADATA", "PERMISSIONS", "DoranBot", "create_bot", "intents"]


def create_bot(
    settings: Settings,
    *,
    clock: Clock | None = None,
    notes: Notes | None = None,
    watch: Watch = NO_WATCH,
    vectors: Path | None = None,
) -> DoranBot:
    """Put the bot together; nothing is contacted before it logs in.

    Without ``notes`` it reads those of the settings; ``vectors`` keeps their meaning elsewhere
    than beside the database.

    Raises:
        BrokenContent: the notes have faults.
    """
    share = Share.of(settings.shard_ids, settings.shard_count)
    kind = DoranBot if share.count == 1 else ShardedDoranBot
    bot = kind(
        Storage(settings.database_url.get_secret_value()),
        notes or Notes(Path(settings.content_dir)),
        clock or SystemClock(),
        settings.operator_ids,
        watch,
        share,
    )
    bot.parts.allowance = Allowance(settings.member_burst)
    if settings.answers_model == "bundled":
        kept = vectors or settings.vectors_file
        bot.load_model = partial(bundled_model, kept, Path(settings.content_dir))
    return bot
