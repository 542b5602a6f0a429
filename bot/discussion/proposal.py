"""A prompt that a member proposes, and how moderators decide on it: frozen values and rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from bot.content.limits import MAX_BACKGROUND, MAX_BUTTON_LABEL, MAX_QUESTION, MAX_TITLE, STANCES
from bot.content.model import Prompt, PromptId, PromptKind, Stance, Text, TopicId
from bot.discord_ui.cutting import cut, sound
from bot.discord_ui.refusals import Refusal
from bot.discussion import buttons
from bot.ids import GuildId, MemberId

# A member's proposals that wait for a moderator at the same time.
MAX_WAITING = 10
MAX_FOLLOW_UPS = 10
# No topic of the notes is called so: an id there is a slug.
TOPIC = TopicId("_proposed")
# By the place in custom ids.
KINDS = (PromptKind.DEBATE, PromptKind.EXPERIENCE)
# What YAML refuses and no reader sees (the content's checker says so too); line ends stay.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


class ProposalState(StrEnum):
    """Where a proposal stands; only ``open`` can be decided."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class DraftPrompt:
    """A prompt as a member wrote it, in one language."""

    kind: PromptKind
    title: str
    question: str
    stances: tuple[str, ...]
    background: str = ""
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft before the moderators of ``guild``."""

    number: int
    guild: GuildId
    member: MemberId
    draft: DraftPrompt
    sent_at: datetime
    state: ProposalState = ProposalState.OPEN
    decided_by: MemberId | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One open proposal of several: the ``place``-th (from 1) of ``total``.

    ``before`` and ``after`` are its neighbours' numbers.
    """

    proposal: Proposal | None
    place: int = 0
    total: int = 0
    before: int | None = None
    after: int | None = None


@dataclass
class ProposalGone(Refusal):
    """The proposal is another server's, or is no longer kept."""


@dataclass
class UnfitPrompt(Refusal):
    """The draft makes no prompt: ``least`` to ``most`` stances, each different, on a line each."""

    least: int
    most: int


@dataclass
class TooManyProposals(Refusal):
    """``limit`` proposals of the member wait already."""

    limit: int


def draft_in(fields: Mapping[str, str], kind: PromptKind) -> DraftPrompt:
    """Return what stands in a form's ``fields``, trimmed and cut; what is missing is empty.

    Raises:
        UnfitPrompt: it makes no prompt.
    """
    draft = DraftPrompt(
        kind=kind,
        title=_line(fields.get(buttons.TITLE, ""), MAX_TITLE),
        question=_line(fields.get(buttons.QUESTION_TEXT, ""), MAX_QUESTION),
        stances=_lines(fields.get(buttons.STANCES, ""), MAX_BUTTON_LABEL),
        background=_seen(fields.get(buttons.BACKGROUND, "")).strip()[:MAX_BACKGROUND].rstrip(),
        follow_ups=_lines(fields.get(buttons.FOLLOW_UPS, ""), MAX_QUESTION)[:MAX_FOLLOW_UPS],
    )
    least, most = STANCES
    if not draft.title or not draft.question or not least <= len(draft.stances) <= most:
        raise UnfitPrompt(least, most)
    return draft


def prompt_of(proposal: Proposal) -> Prompt:
    """Return the prompt that an approved ``proposal`` is in its server."""
    draft = proposal.draft
    return Prompt(
        id=PromptId(f"proposal-{proposal.number}"),
        topic=TOPIC,
        kind=draft.kind,
        title=Text(draft.title),
        question=Text(draft.question),
        background=Text(draft.background),
        stances=tuple(
            Stance(f"stance-{place}", Text(label)) for place, label in enumerate(draft.stances, 1)
        ),
        several=draft.kind is PromptKind.EXPERIENCE,
        follow_ups=tuple(Text(each) for each in draft.follow_ups),
        path=Path(),
    )


def _lines(typed: str, limit: int) -> tuple[str, ...]:
    """Return the lines of ``typed``, each once, without the dashes of a list."""
    lines = (_line(each.strip().removeprefix("- "), limit) for each in typed.splitlines())
    return tuple(dict.fromkeys(each for each in lines if each))


def _line(typed: str, limit: int) -> str:
    return cut(" ".join(_seen(typed).split()), limit)


def _seen(typed: str) -> str:
    return _UNSEEN.sub(" ", sound(typed))
