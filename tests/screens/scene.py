"""A scene: a show function with something to show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.discord_ui.screens import ModalScreen, Screen
from bot.discord_ui.words import Say


@dataclass(frozen=True)
class Scene:
    """What ``shower`` makes of some value; ``about`` tells the value apart."""

    shower: Callable[..., Any]
    about: str
    draw: Callable[[Say], Screen | ModalScreen]

    @property
    def name(self) -> str:
        """Return the function's full name."""
        return f"{self.shower.__module__}.{self.shower.__qualname__}"
