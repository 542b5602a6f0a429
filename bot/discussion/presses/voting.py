"""What the buttons to vote do, and the form for a reason."""

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.cutting import sound
from bot.discord_ui.faces import guild_of
from bot.discord_ui.pressed import number_in
from bot.discord_ui.router import Press, Route
from bot.discussion import arguing, buttons, service, voting
from bot.discussion.model import Mine, Phase, Voted
from bot.discussion.phases import require_phase
from bot.discussion.presses.moderating import TitlesOf
from bot.discussion.presses.pressing import person
from bot.discussion.reasons import agreed_across, strongest_against
from bot.discussion.refusals import VoteFirst
from bot.discussion.show.voting import (
    change_screen,
    forgotten_screen,
    mine_screen,
    voted_screen,
    why_modal,
    written_screen,
)
from bot.discussion.voters import KeyDestroyed
from bot.discussion.voting import Ballot, require_person
from bot.ids import GuildId
from bot.posts.adopting import NO_POST, Adopting
from bot.quiz.counting import LiveCounts
from bot.storage.batch import Batch
from bot.storage.work import Storage

_TOLD = (Phase.ARGUMENT, Phase.SECOND_VOTE)


class VotePresses:
    """Asks the service, then shows, privately. Votes of many members are stored together."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        adopting: Adopting,
        counts: LiveCounts,
        fresh_reasons: LiveCounts,
        titles_of: TitlesOf,
    ) -> None:
        """Work on ``storage``; what shows counts and reasons is told of each change."""
        self._storage = storage
        self._clock = clock
        self._adopting = adopting
        self._counts = counts
        self._fresh_reasons = fresh_reasons
        self._titles_of = titles_of
        self._ballots: Batch[Ballot, Voted] = Batch(storage, voting.take)

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.VOTE, 4, self.vote),
            Route(buttons.CHOOSE, 3, self.choose),
            Route(buttons.MINE, 2, self.show_mine),
            Route(buttons.CHANGE, 1, self.change),
            Route(buttons.WHY, 2, self.ask_why),
            Route(buttons.WHY_SENT, 2, self.take_why),
        )

    async def vote(self, press: Press) -> None:
        """Take the stance of the button."""
        post, number, phase, stance = press.ids
        await self._vote(press, post, number, phase, frozenset({stance}))

    async def choose(self, press: Press) -> None:
        """Take the stances that were chosen in the menu."""
        post, number, phase = press.ids
        await self._vote(press, post, number, phase, frozenset(map(number_in, press.values)))

    async def show_mine(self, press: Press) -> None:
        """Show what the member put in and, before a second vote, what was raised since."""
        post, number = press.ids
        await self._adopting.adopt(press, post, number)
        guild, who = guild_of(press.interaction), person(press)
        titles = await self._titles_of(guild)
        async with self._storage.reading() as work:
            try:
                mine = await service.mine(work, guild, number, who)
            except KeyDestroyed:
                over = await service.discussion(work, guild, number)
                screen = forgotten_screen(over, press.say)
            else:
                if mine.discussion.phase not in _TOLD:
                    screen = mine_screen(mine, press.say)
                else:
                    told = await service.material(work, guild, number)
                    reasons, marks, votes = told.reasons, told.markings, told.votes
                    held = _held(mine)
                    screen = mine_screen(
                        mine,
                        press.say,
                        against=strongest_against(held, reasons, marks, votes, mine.voter)
                        if held
                        else None,
                        agreed=agreed_across(reasons, marks, votes),
                        answered=[each for each in told.questions if not each.is_open],
                        titles=titles,
                    )
        await replies.answer(press.interaction, screen)

    async def change(self, press: Press) -> None:
        """Offer the stances once more, privately."""
        guild, who = guild_of(press.interaction), person(press)
        async with self._storage.reading() as work:
            found = await service.discussion(work, guild, press.ids[0])
            require_phase(found, None)
            mine = await service.mine(work, guild, press.ids[0], who)
        held = mine.second if mine.discussion.phase.round == 2 else mine.first
        await replies.answer(press.interaction, change_screen(mine.discussion, held, press.say))

    async def ask_why(self, press: Press) -> None:
        """Open the form for a reason; what was written in this vote stands in it."""
        number, phase = press.ids
        guild, who, now = guild_of(press.interaction), person(press), self._clock.now()
        async with self._storage.reading() as work:
            require_person(who, now)
            found = await service.discussion(work, guild, number)
            require_phase(found, buttons.phase_of(phase))
            mine = await service.mine(work, guild, number, who)
        turn = found.phase.round
        if turn is not None and (mine.first if turn == 1 else mine.second) is None:
            raise VoteFirst
        written = next((each for each in mine.reasons if turn and each.round == turn), None)
        await replies.ask(press.interaction, why_modal(found, written, press.say))

    async def take_why(self, press: Press) -> None:
        """Keep what was written."""
        number, phase = press.ids
        guild, who, now = guild_of(press.interaction), person(press), self._clock.now()
        fields = {
            name.removeprefix(buttons.FIELD): sound(text)
            for name, text in (press.fields or {}).items()
            if name.startswith(buttons.FIELD)
        }
        text = sound(press.field(buttons.TEXT))
        async with self._storage.work() as work:
            reason = await arguing.write_reason(
                work,
                guild,
                number,
                who,
                text,
                fields,
                now=now,
                made_for=buttons.phase_of(phase),
            )
            found = await service.discussion(work, guild, number)
            await work.commit()
        self._fresh_reasons.touched(guild, number)
        await replies.answer(press.interaction, written_screen(found, reason, press.say))

    async def _vote(
        self, press: Press, post: int, number: int, phase: int, stances: frozenset[int]
    ) -> None:
        guild: GuildId = guild_of(press.interaction)
        made_for = buttons.phase_of(phase)
        await self._adopting.adopt(press, post, number)
        ballot = Ballot(guild, number, person(press), stances, self._clock.now(), made_for)
        voted = await self._ballots.add(ballot)
        if voted.before is None:
            self._counts.touched(guild, number)
        screen = voted_screen(voted, press.say)
        message = press.interaction.message
        if post == NO_POST and message is not None and message.flags.ephemeral:
            await replies.turn(press.interaction, screen)
        else:
            await replies.answer(press.interaction, screen)


def _held(mine: Mine) -> frozenset[int]:
    return mine.second or mine.first or frozenset()
