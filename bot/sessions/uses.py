"""What /help, /settings check and show need to know of sessions."""

from collections.abc import Sequence

from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.sessions import plans
from bot.sessions.model import Session
from bot.sessions.power import NEEDED, NEEDED_TO_PLAN
from bot.sessions.store import sessions
from bot.setup.model import Use
from bot.storage.work import Work

# More than ever run at once: one a channel.
LOOKED_AT = 25


async def met_in(work: Work, guild: GuildId) -> Sequence[Use]:
    """Return the channels in which a session runs or is planned."""
    running = [Use(each.channel, "check-use-session", NEEDED) for each in await _on(work, guild)]
    planned = [
        Use(each.channel, "check-use-plan", (*NEEDED, NEEDED_TO_PLAN))
        for each in await plans.open_of(work, guild)
    ]
    return [*running, *planned]


async def planned(work: Work, guild: GuildId, say: Say) -> Sequence[tuple[str, str]]:
    """Return how many sessions are planned."""
    count = len(await plans.open_of(work, guild))
    return ((say("settings-sessions"), say("settings-sessions.value", count=count)),)


async def going(work: Work, guild: GuildId) -> tuple[str, int]:
    """Return how many sessions run, and the words for it."""
    return "help-now-session", len(await _on(work, guild))


async def _on(work: Work, guild: GuildId) -> list[Session]:
    latest = await sessions.latest(work, guild, LOOKED_AT)
    return [each for each in latest if each.until is not None]
