"""What the group discusses, as answers need to know it; a capability above brings it along."""

from typing import Protocol

from bot.content.model import Prompt
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import GuildId, Place


class Discussed(Protocol):
    """Knows which prompts are being discussed, and what became of those that were."""

    async def over(self, guild: GuildId, prompt: Prompt, found: Screen, say: Say) -> Screen:
        """Return what to show in place of ``found``, a screen with nothing but ``prompt``."""
        ...

    async def cited(self, place: Place, concept: str) -> None:
        """Note that ``concept`` (content's id) answered a question that was asked in ``place``."""
        ...
