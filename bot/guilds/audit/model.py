"""An act of a moderator's, as it is remembered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.ids import GuildId, MemberId

# Enough to know an act again by; the texts themselves live where they belong.
MAX_DETAIL = 80
MAX_DETAILS = 10
MAX_NAME = 100
PAGE = 10


class Via(StrEnum):
    """How a moderator acted."""

    COMMAND = "command"
    PRESS = "press"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Act:
    """What a moderator did.

    Attributes:
        number: the interaction's own id, so that an act is kept once.
        name: a command's qualified name, or the kind of a press or form.
        details: a command's options, a button's label and its message's title, a form's fields:
            (name, value), each cut.
    """

    number: int
    guild: GuildId
    member: MemberId
    at: datetime
    via: Via
    name: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a server's acts, newest first: page ``number`` (0 is the first) of ``pages``."""

    acts: tuple[Act, ...]
    number: int
    pages: int
    total: int
