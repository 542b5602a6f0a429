"""A refusal: an error that holds facts, which the face turns into a kind sentence.

The sentence of ``class NothingDue(Refusal)`` is the message ``refusal-nothing-due``; the class's
fields are the facts that it may name. A test fails when a refusal has no sentence.
"""

import re
from dataclasses import dataclass, fields

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass
class Refusal(Exception):
    """Something a member asked for that cannot be; not a fault of the bot."""

    @classmethod
    def sentence_name(cls) -> str:
        """Return the name of the sentence that says so."""
        return "refusal-" + _HUMP.sub("-", cls.__name__).lower()

    def facts(self) -> dict[str, str | float]:
        """Return what the sentence may name, by its fields' names."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass
class OldButton(Refusal):
    """The button is of an unknown kind or an older version, or was forged."""


@dataclass
class NotModerator(Refusal):
    """Only moderators may do this."""


@dataclass
class OnlyInServer(Refusal):
    """This works in a server, not in direct messages."""


@dataclass
class BusyStorage(Refusal):
    """The database was locked for too long; nothing was saved."""


@dataclass
class FullStorage(Refusal):
    """The disk is full or cannot be written; nothing was saved."""


@dataclass
class ChangedCommand(Refusal):
    """The command changed since the member's Discord last looked."""
