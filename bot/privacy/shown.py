"""What /settings show tells of how long things are kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.privacy import service
from bot.privacy.register import Register
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class KeptFor:
    """Tells for how long a server keeps each kind of data of ``register``."""

    register: Register

    async def __call__(self, work: Work, guild: GuildId, say: Say, /) -> Sequence[tuple[str, str]]:
        """Return one line for all kinds."""
        kinds = [
            f"{say(f'retention-{each.kind}')} {_days(each.days, say)}"
            for each in await service.keeping(work, self.register, guild)
        ]
        value = say("settings-retention.value", kinds=", ".join(kinds))
        return ((say("settings-retention"), value),)


def _days(days: int | None, say: Say) -> str:
    return say("retention-for-ever") if days is None else say("retention-days", days=days)
