"""How sure a group was of an item, and how right: counted over each member's first answer."""

from dataclasses import dataclass
from datetime import datetime

from bot.content.model import Text


@dataclass(frozen=True, slots=True)
class ItemSure:
    """How one item (content's id) went.

    ``sure_but_wrong``: so many said that they were sure, and were wrong. ``last``: when it was
    asked last.
    """

    item: str
    stem: Text
    answers: int
    right: int
    sure_but_wrong: int
    last: datetime
