"""Custom ids: ``1:<kind>:<numeric ids>``: a version, a kind, ids; never text, never state."""

import re
from dataclasses import dataclass

from bot.discord_ui.screens import MAX_CUSTOM_ID

VERSION = 1
_SHAPE = re.compile(r"1:([a-z][a-z-]{0,30})((?::(?:0|[1-9][0-9]{0,18}))*)")
# What a database's BIGINT holds; a larger number is forged.
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class CustomId:
    """What a component does, and to which numbered things."""

    kind: str
    ids: tuple[int, ...]

    def __str__(self) -> str:
        """Return the text that Discord carries."""
        return ":".join((str(VERSION), self.kind, *map(str, self.ids)))


def custom_id(kind: str, *ids: int) -> str:
    """Return the custom id of ``kind`` for ``ids`` (each at least 0).

    Raises:
        ValueError: it would not be read back, or is over Discord's 100 characters.
    """
    text = str(CustomId(kind, ids))
    if len(text) > MAX_CUSTOM_ID or read_custom_id(text) is None:
        raise ValueError(f"not a custom id: {text}")
    return text


def read_custom_id(text: str) -> CustomId | None:
    """Return what ``text`` names, or None if it is old, forged, or somebody else's."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        return None
    ids = tuple(int(part) for part in match[2].split(":")[1:])
    return None if any(number > _LARGEST for number in ids) else CustomId(match[1], ids)
