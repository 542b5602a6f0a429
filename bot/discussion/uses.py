"""What /help, /settings check and show need to know of discussions."""

from collections.abc import Sequence
from datetime import timedelta

from bot.discord_ui.words import Say
from bot.discussion import service
from bot.discussion.model import Lengths
from bot.ids import GuildId
from bot.setup.model import Use
from bot.storage.work import Work

NEEDS = (
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "create_public_threads",
    "send_messages_in_threads",
    "pin_messages",
)
_HOUR = timedelta(hours=1)


async def discussed(work: Work, guild: GuildId) -> Sequence[Use]:
    """Return the channels in which something is discussed."""
    return [
        Use(each.channel, "check-use-discussion", NEEDS)
        for each in await service.open_of(work, guild)
    ]


async def going(work: Work, guild: GuildId) -> tuple[str, int]:
    """Return how many discussions are open, and the words for it."""
    return "help-now-discussion", len(await service.open_of(work, guild))


async def defaults(work: Work, guild: GuildId, say: Say) -> Sequence[tuple[str, str]]:
    """Return how many are open, and how long their phases last unless told otherwise."""
    lengths = Lengths()
    value = say(
        "settings-discussions.value",
        count=len(await service.open_of(work, guild)),
        first=lengths.first // _HOUR,
        argument=lengths.argument // _HOUR,
        second=lengths.second // _HOUR,
    )
    return ((say("settings-discussions"), value),)
