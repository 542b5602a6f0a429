"""What can be done with proposed prompts: send one, change it, decide, discuss what was taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content.model import Prompt
from bot.discussion import buttons
from bot.discussion.proposal import (
    MAX_WAITING,
    DraftPrompt,
    Proposal,
    ProposalGone,
    ProposalPage,
    ProposalState,
    TooManyProposals,
    prompt_of,
)
from bot.discussion.store import proposals
from bot.ids import GuildId, MemberId
from bot.inbox.model import Waiting
from bot.storage.work import Work

# Enough for any moderator's evening; what is older comes first.
MAX_PAGES = 200
# More than a server ever discusses.
MAX_APPROVED = 500


@dataclass(frozen=True, slots=True)
class Decided:
    """A proposal as it is now; ``is_new``: changed just now, not decided before."""

    proposal: Proposal
    is_new: bool


class ProposalsSection:
    """The inbox's section of proposed prompts."""

    name = "proposals"

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many proposals are open."""
        return await proposals.how_many(work, guild)

    def opens(self) -> str:
        """Return the press that shows the oldest."""
        return buttons.proposal(buttons.OLDEST)


async def send(
    work: Work, guild: GuildId, member: MemberId, draft: DraftPrompt, *, now: datetime
) -> Proposal:
    """Bring a prompt before the moderators.

    Raises:
        TooManyProposals: enough of the member's wait already.
    """
    if await proposals.waiting_of(work, guild, member) >= MAX_WAITING:
        raise TooManyProposals(MAX_WAITING)
    sent = Proposal(0, guild, member, draft, now)
    return replace(sent, number=await proposals.add(work, sent))


async def one(work: Work, guild: GuildId, number: int) -> Proposal:
    """Return the proposal ``number``.

    Raises:
        ProposalGone: there is no such proposal in this server.
    """
    found = await proposals.one(work, guild, number)
    if found is None:
        raise ProposalGone
    return found


async def page(work: Work, guild: GuildId, number: int = buttons.OLDEST) -> ProposalPage:
    """Return the page of one open proposal; of the oldest where it is decided, or 0.

    Raises:
        ProposalGone: there is no such proposal in this server.
    """
    if number != buttons.OLDEST:
        await one(work, guild, number)
    waiting = await proposals.in_state(work, guild, ProposalState.OPEN, MAX_PAGES)
    if not waiting:
        return ProposalPage(None)
    at = next((place for place, each in enumerate(waiting) if each.number == number), 0)
    return ProposalPage(
        waiting[at],
        at + 1,
        len(waiting),
        before=waiting[at - 1].number if at else None,
        after=waiting[at + 1].number if at + 1 < len(waiting) else None,
    )


async def rewrite(work: Work, guild: GuildId, number: int, draft: DraftPrompt) -> Decided:
    """Change a proposal before it is decided.

    Raises:
        ProposalGone: there is no such proposal in this server.
    """
    await one(work, guild, number)
    changed = await proposals.rewrite(work, guild, number, draft)
    return Decided(await one(work, guild, number), is_new=changed)


async def decide(
    work: Work, guild: GuildId, number: int, state: ProposalState, by: MemberId, *, now: datetime
) -> Decided:
    """Take the prompt, or leave it out; the first decision stands.

    Raises:
        ProposalGone: there is no such proposal in this server.
    """
    await one(work, guild, number)
    done = await proposals.decide(work, guild, number, state, by, now)
    return Decided(await one(work, guild, number), is_new=done)


async def prompts(work: Work, guild: GuildId) -> Sequence[Prompt]:
    """Return the prompts that the moderators of ``guild`` took, the newest first."""
    taken = await proposals.in_state(work, guild, ProposalState.APPROVED, MAX_APPROVED)
    return [prompt_of(each) for each in reversed(taken)]
