"""What a tour acts in: the stage, and who plays."""

from dataclasses import dataclass

import simcord

from bot.sandbox.stage import Stage
from bot.sandbox.world import World


class NotAnswered(Exception):
    """The bot stayed silent where a tour expects it to speak."""


@dataclass(frozen=True)
class Scene:
    """What a tour acts in, who plays, and the page's language (``ko`` or ``en``).

    Whoever plays it has the stage's turn.
    """

    stage: Stage
    player: simcord.MemberActor

    @property
    def env(self) -> simcord.Env:
        """Return the simulated Discord."""
        return self.stage.env

    @property
    def world(self) -> World:
        """Return the study server."""
        return self.stage.world

    @property
    def language(self) -> str:
        """Return ``ko`` or ``en``."""
        return self.stage.language
