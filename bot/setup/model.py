"""What a server's set-up asks, step by step; what the bot uses a channel for."""

from dataclasses import dataclass, replace
from datetime import time
from enum import IntEnum
from typing import Self

from bot.discord_ui.refusals import Refusal
from bot.guilds.model import DEFAULT_LANGUAGE, DEFAULT_ZONE
from bot.ids import ChannelId, GuildId, RoleId


class Step(IntEnum):
    """What is asked; its number stands in custom ids, so a step keeps it for ever."""

    LANGUAGE = 0
    ZONE = 1
    QUIZ_CHANNEL = 2
    QUIZ_TIME = 3
    NOTICE_CHANNEL = 4
    MODERATOR_ROLE = 5
    REVIEW = 6
    DONE = 7

    @property
    def word(self) -> str:
        """Return the name by which it is stored and spoken of."""
        return self.name.lower().replace("_", "-")


ASKED = tuple(step for step in Step if step < Step.REVIEW)
# When a study group would like its question.
LIKELY_HOURS = (7, 8, 9, 10, 12, 13, 18, 19, 20, 21, 22)
LIKELY_TIMES = tuple(time(hour) for hour in LIKELY_HOURS)


@dataclass
class SetupOver(Refusal):
    """Nothing is being set up, or it was begun already."""


@dataclass
class SetupChanged(Refusal):
    """Somebody changed an answer after the summary was shown."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers so far; nothing of them counts before it is begun.

    Attributes:
        revision: grows with each answer, so that nobody begins what they have not read.
        step: what is asked next.
        quiz_channel, quiz_minutes: where and at which minute of the day; no channel: no quiz.
        schedule: the quiz schedule that an earlier set-up made.
    """

    guild: GuildId
    revision: int = 0
    step: Step = Step.LANGUAGE
    language: str = DEFAULT_LANGUAGE
    zone: str = DEFAULT_ZONE
    quiz_channel: ChannelId | None = None
    quiz_minutes: int | None = None
    notice_channel: ChannelId | None = None
    moderator_role: RoleId | None = None
    schedule: int | None = None

    @property
    def quiz_time(self) -> time | None:
        """Return the wall-clock time of the daily quiz; None: not chosen."""
        return None if self.quiz_minutes is None else time(*divmod(self.quiz_minutes, 60))

    @property
    def asks_quiz(self) -> bool:
        """Tell whether there is to be a daily quiz."""
        return self.quiz_channel is not None and self.quiz_minutes is not None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return what is asked: of a quiz in no channel the time is not."""
        return tuple(
            step for step in ASKED if step is not Step.QUIZ_TIME or self.quiz_channel is not None
        )

    def answered(self, step: Step, **answer: object) -> Self:
        """Return it with the ``answer`` to ``step``, asking for what comes after that."""
        changed = replace(self, **answer, revision=self.revision + 1)  # type: ignore[arg-type]
        return replace(changed, step=changed.after(step))

    def asking(self, step: Step) -> Self:
        """Return it asking for ``step``, every answer as it is."""
        return replace(self, step=step if step in self.steps else Step.REVIEW)

    def after(self, step: Step) -> Step:
        """Return what is asked after ``step``."""
        return next((later for later in self.steps if later > step), Step.REVIEW)

    def before(self, step: Step) -> Step | None:
        """Return what was asked before ``step``; None: it is the first."""
        return max((earlier for earlier in self.steps if earlier < step), default=None)


@dataclass(frozen=True, slots=True)
class Use:
    """What the bot needs a channel for: the name of the words, and Discord's permissions."""

    channel: ChannelId
    words: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A channel, what it is used for, and what is ``missing`` there; ``is_gone``: all of it."""

    channel: ChannelId
    uses: tuple[str, ...]
    missing: tuple[str, ...] = ()
    is_gone: bool = False

    @property
    def is_fine(self) -> bool:
        """Tell whether everything works there."""
        return not (self.missing or self.is_gone)
