"""Shows a week's items: how each went, which was the hardest, what to look at again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_BUTTON_LABEL, Button, Screen
from bot.discord_ui.words import Say
from bot.quiz import buttons
from bot.quiz.model import AskedItem
from bot.quiz.show import parts
from bot.quiz.tally import percent

SHOWN_STEM = 120
# What fewer than this got right is worth another look.
TO_REVIEW = 80
MAX_TO_REVIEW = 3
MAX_LINES = 35


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One item of the week: what was asked, about which concept, how it went."""

    stem: Text
    concept: int
    concept_title: Text
    answers: int
    right: int

    @classmethod
    def of(cls, asked: AskedItem) -> Self:
        """Return the line for a closed item."""
        snapshot = asked.snapshot
        return cls(
            snapshot.stem,
            snapshot.concept,
            snapshot.concept_title,
            asked.answers or 0,
            asked.right or 0,
        )

    @property
    def percent(self) -> int:
        """Return how many of a hundred were right."""
        return percent(self.right, self.answers)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {
            "stem": [self.stem.ko, self.stem.en],
            "concept": self.concept,
            "title": [self.concept_title.ko, self.concept_title.en],
            "answers": self.answers,
            "right": self.right,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what was stored."""
        return cls(
            Text(*stored["stem"]),
            stored["concept"],
            Text(*stored["title"]),
            stored["answers"],
            stored["right"],
        )


def digest_screen(post: int, lines: Sequence[DigestLine], say: Say) -> Screen:
    """Show the week."""
    hardest = min(lines, key=lambda line: (line.right / max(line.answers, 1), -line.answers))
    body = ["\n".join(f"- {_words(line, say)}" for line in lines[:MAX_LINES])]
    if len(lines) > 1:  # of one alone there is no hardest
        body.append(
            say(
                "quiz-digest-hardest",
                stem=_stem(hardest, say),
                answers=hardest.answers,
                right=hardest.right,
            )
        )
    weak = _to_review(lines)
    body.append(say("quiz-digest-review" if weak else "quiz-digest-fine"))
    embed = discord.Embed(
        title=say("quiz-digest"), description="\n\n".join(body), colour=parts.COLOUR
    )
    row = tuple(
        Button(
            cut(line.concept_title.into(say.language), MAX_BUTTON_LABEL),
            buttons.concept(post, line.concept),
            "primary",
        )
        for line in weak
    )
    return Screen(embeds=(embed,), rows=(row,) if row else ())


def _to_review(lines: Sequence[DigestLine]) -> list[DigestLine]:
    weak = sorted(
        (line for line in lines if line.percent < TO_REVIEW), key=lambda line: line.percent
    )
    # Discord refuses a message in which two buttons do the same.
    return list({line.concept: line for line in reversed(weak)}.values())[::-1][:MAX_TO_REVIEW]


def _words(line: DigestLine, say: Say) -> str:
    return say(
        "quiz-digest-line",
        stem=_stem(line, say),
        answers=line.answers,
        right=line.right,
        percent=line.percent,
    )


def _stem(line: DigestLine, say: Say) -> str:
    return cut(line.stem.into(say.language), SHOWN_STEM)
