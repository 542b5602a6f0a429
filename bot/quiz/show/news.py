"""Says which answers of a member's became right, above whatever they are shown next."""

from collections.abc import Sequence

from bot.discord_ui.cutting import cut
from bot.discord_ui.words import Say
from bot.quiz.model import AskedItem

SHOWN_NEWS = 5
SHOWN_STEM = 120


def news_words(news: Sequence[AskedItem], say: Say) -> str:
    """Return a line for each item of ``news``, the newest few; empty where there is none."""
    lines = []
    for item in news[-SHOWN_NEWS:]:
        stem = cut(item.snapshot.stem.into(say.language), SHOWN_STEM)
        lines.append(say("quiz-became-right", day=f"{item.day:%m-%d}", stem=stem))
    return "\n".join(lines)
