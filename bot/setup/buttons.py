"""The kinds of press that the set-up carries, and the custom ids that name them."""

from bot.discord_ui.custom_ids import custom_id
from bot.setup.model import Step

OPEN = "setup-open"
GO = "setup-go"
CHOOSE = "setup-choose"
NONE = "setup-none"
TYPE = "setup-type"
TYPED = "setup-typed"
BEGIN = "setup-begin"
TYPED_FIELD = "typed"


def opened() -> str:
    """Open the set-up where it stands."""
    return custom_id(OPEN)


def go(step: Step) -> str:
    """Ask for ``step``, leaving every answer as it is."""
    return custom_id(GO, step)


def choose(step: Step) -> str:
    """Answer ``step`` with what is chosen."""
    return custom_id(CHOOSE, step)


def none(step: Step) -> str:
    """Answer ``step`` with "none"."""
    return custom_id(NONE, step)


def type_in(step: Step) -> str:
    """Open the form in which the answer to ``step`` is typed."""
    return custom_id(TYPE, step)


def typed(step: Step) -> str:
    """Answer ``step`` with what was typed."""
    return custom_id(TYPED, step)


def begin(revision: int) -> str:
    """Begin with the answers of ``revision``."""
    return custom_id(BEGIN, revision)
