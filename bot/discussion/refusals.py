"""What a member of a discussion is told when something cannot be."""

from dataclasses import dataclass

from bot.discord_ui.refusals import Refusal


@dataclass
class DiscussionGone(Refusal):
    """The discussion is another server's, or is no longer kept."""


@dataclass
class DiscussionOver(Refusal):
    """The discussion is closed or cancelled."""


@dataclass
class PhaseMoved(Refusal):
    """The press was made for a phase that has ended since."""


@dataclass
class VoteOver(Refusal):
    """No vote is taken at the moment."""


@dataclass
class VoteFirst(Refusal):
    """A reason belongs to a stance, so the stance comes first."""


@dataclass
class StillHidden(Refusal):
    """Nobody sees how the votes stand before the vote ends."""


@dataclass
class NotPaused(Refusal):
    """The discussion's clock runs already."""


@dataclass
class OnlyPeople(Refusal):
    """A bot has no vote."""


@dataclass
class InTimeout(Refusal):
    """A member in timeout takes no part for now."""


@dataclass
class ReasonGone(Refusal):
    """The reason or question is another discussion's, was hidden, or is no longer kept."""


@dataclass
class OwnReason(Refusal):
    """Nobody marks their own reason."""


@dataclass
class NothingWritten(Refusal):
    """The text is empty."""


@dataclass
class NothingAnswered(Refusal):
    """The answer has neither words nor a concept."""


@dataclass
class TooLong(Refusal):
    """The phase would last longer than ``days`` from now."""

    days: int


@dataclass
class TooManyReasons(Refusal):
    """The member wrote ``limit`` reasons already."""

    limit: int


@dataclass
class TooManyQuestions(Refusal):
    """The member asked ``limit`` questions already."""

    limit: int
