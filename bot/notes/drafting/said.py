"""What was found in a defining sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase for a thing: a noun with what describes it, or else what it does.

    ``also`` are names that stand in parentheses behind the thing's own.
    """

    phrase: str
    subject: str
    is_thing: bool = True
    also: tuple[str, ...] = ()
