"""What somebody in a session is told when something cannot be."""

from dataclasses import dataclass

from bot.discord_ui.refusals import Refusal


@dataclass
class SessionGone(Refusal):
    """There is no such session in this server."""


@dataclass
class SessionOver(Refusal):
    """The session has ended."""


@dataclass
class SessionMovedOn(Refusal):
    """The button belongs to a part that the session has left."""


@dataclass
class NotLeading(Refusal):
    """Only who started the session, and moderators, lead it."""


@dataclass
class SessionRunning(Refusal):
    """Another session runs in the channel; ``link`` leads to it."""

    link: str


@dataclass
class NoSession(Refusal):
    """No session runs in the channel."""


@dataclass
class ExtendedTooFar(Refusal):
    """The part would go on for more than ``hours`` from now."""

    hours: int


@dataclass
class UnknownNote(Refusal):
    """No note is called ``typed``."""

    typed: str


@dataclass
class NotOnCard(Refusal):
    """The part that the button belongs to is no concept."""


@dataclass
class UnreadableAgenda(Refusal):
    """The file is no agenda; ``fault`` says where it fails."""

    fault: str


@dataclass
class UnclearMoment(Refusal):
    """``typed`` is no time that we can read."""

    typed: str


@dataclass
class MomentGone(Refusal):
    """The time is over already."""


@dataclass
class MomentTooFar(Refusal):
    """Discord plans no further than ``years`` ahead."""

    years: int


@dataclass
class CannotPlan(Refusal):
    """The bot lacks what it needs for Discord's events."""

    permissions: str


@dataclass
class PlanGone(Refusal):
    """There is no such plan in this server, or it was cancelled."""


@dataclass
class PlanTooMany(Refusal):
    """A server plans so many sessions at once at most."""

    limit: int


@dataclass
class StudyGone(Refusal):
    """The case was settled, or nothing supports it any more."""


@dataclass
class NoConceptCalled(Refusal):
    """No concept is called ``typed``."""

    typed: str
