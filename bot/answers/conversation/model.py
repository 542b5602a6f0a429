"""The subject of a conversation (frozen), and how it is said to the ranking."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.content.library import Library
from bot.ids import MemberId, Place

# Somebody somewhere: what they talk about there is their own.
Asker = tuple[Place, MemberId]
# For so long a short question is read as going on from the one before ("그럼 Type-2는?").
WINDOW = timedelta(minutes=10)
MAX_TEXT = 300
# Between two names it keeps "VM" and "container" from being read as one longer name, and makes
# "more about it" a comparison again.
_BESIDE = " 차이 "
_ASIDE = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Topic:
    """What was talked about: a concept, two that were compared, or words that no note covers."""

    concepts: tuple[str, ...] = ()
    text: str | None = None

    def said(self, library: Library) -> str | None:
        """Return it in words that the ranking reads; None where nothing of it is left."""
        known = [found for name in self.concepts if (found := library.concept(name))]
        if known:
            return _BESIDE.join(_ASIDE.sub("", concept.title.ko) for concept in known)[:MAX_TEXT]
        return self.text
