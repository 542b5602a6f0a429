"""What the forms and buttons of proposed prompts do."""

from bot.clock import Clock
from bot.content.model import PromptKind
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge, who
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discussion import buttons, proposing
from bot.discussion.proposal import KINDS, ProposalPage, ProposalState, draft_in
from bot.discussion.proposing import Decided
from bot.discussion.show.proposals import (
    decided_words,
    proposal_modal,
    proposal_screen,
    proposed_screen,
)
from bot.guilds.power import moderated
from bot.ids import GuildId, MemberId
from bot.storage.work import Storage


class ProposalPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._clock = clock

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.PROPOSED, 1, self.take_proposal),
            Route(buttons.PROPOSAL, 1, self.show, MODERATOR),
            Route(buttons.APPROVE, 1, self.approve, MODERATOR),
            Route(buttons.DECLINE, 1, self.decline, MODERATOR),
            Route(buttons.EDIT, 1, self.edit, MODERATOR),
            Route(buttons.EDITED, 1, self.take_edit, MODERATOR),
        )

    async def take_proposal(self, press: Press) -> None:
        """Bring a prompt before the moderators."""
        guild, member = who(press)
        draft = draft_in(press.fields or {}, _kind(press.ids[0]))
        async with self._storage.work() as work:
            await proposing.send(work, guild, member, draft, now=self._clock.now())
            await work.commit()
        await replies.answer(press.interaction, proposed_screen(draft, press.say))

    async def show(self, press: Press) -> None:
        """Turn to a proposal."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            page = await proposing.page(work, guild, press.ids[0])
        await self._turn(press, page)

    async def approve(self, press: Press) -> None:
        """Take the prompt, then turn to the next."""
        await self._decide(press, ProposalState.APPROVED)

    async def decline(self, press: Press) -> None:
        """Leave the prompt out, then turn to the next."""
        await self._decide(press, ProposalState.DECLINED)

    async def edit(self, press: Press) -> None:
        """Open the form that changes the proposal."""
        number = press.ids[0]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            found = await proposing.one(work, guild, number)
        if found.state is not ProposalState.OPEN:
            await acknowledge(press)
            await self._decided(press, guild, Decided(found, is_new=False))
            return
        sent = buttons.edited(number)
        modal = proposal_modal(found.draft.kind, sent, press.say, found.draft)
        await replies.ask(press.interaction, modal)

    async def take_edit(self, press: Press) -> None:
        """Change the proposal, and show it again."""
        number = press.ids[0]
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            before = await proposing.one(work, guild, number)
            draft = draft_in(press.fields or {}, before.draft.kind)
            done = await proposing.rewrite(work, guild, number, draft)
            await work.commit()
        if not done.is_new:
            await self._decided(press, guild, done)
            return
        async with self._storage.reading() as work:
            page = await proposing.page(work, guild, number)
        await self._turn(press, page, note=press.say("inbox-edited"))

    async def _decide(self, press: Press, state: ProposalState) -> None:
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            by = member_of(press.interaction)
            number = press.ids[0]
            done = await proposing.decide(work, guild, number, state, by, now=self._clock.now())
            await work.commit()
        await self._decided(press, guild, done)

    async def _decided(self, press: Press, guild: GuildId, done: Decided) -> None:
        by = done.proposal.decided_by or MemberId(0)
        names = {} if done.is_new else await names_of(press.interaction.guild, [by], press.say)
        note = decided_words(done.proposal, names.get(by, ""), press.say, is_new=done.is_new)
        async with self._storage.reading() as work:
            page = await proposing.page(work, guild)
        await self._turn(press, page, note=note)

    async def _turn(self, press: Press, page: ProposalPage, *, note: str = "") -> None:
        people = [page.proposal.member] if page.proposal else []
        names = await names_of(press.interaction.guild, people, press.say)
        await replies.turn(press.interaction, proposal_screen(page, names, press.say, note=note))


def _kind(number: int) -> PromptKind:
    if number >= len(KINDS):
        raise OldButton
    return KINDS[number]
