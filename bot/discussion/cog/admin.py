"""The commands /discuss-admin: start a discussion, steer it, end it, take its minutes home."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.content.model import Prompt, Text
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.people import MAX_NAMES, names_of
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import english
from bot.discussion import proposing, service
from bot.discussion.buttons import Decision
from bot.discussion.cog.typing import Choices, offered_discussions, offered_lengths
from bot.discussion.minutes import minutes_of
from bot.discussion.model import Discussion, Material, Voter
from bot.discussion.outcome import ReasonShown, Report
from bot.discussion.presses.arguing import EditionOf
from bot.discussion.presses.pressing import channel_of, require_host
from bot.discussion.report import reasons_shown, report_of
from bot.discussion.service import Start
from bot.discussion.show.listing import (
    all_screen,
    confirm_screen,
    decided_screen,
    export_screen,
    started_screen,
)
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.wishes import (
    NoDiscussionHere,
    length_of,
    lengths_of,
    number_of,
    prompt_named,
)
from bot.guilds.power import moderated
from bot.ids import ChannelId, GuildId, MemberId
from bot.storage.work import Storage, Work

# Returns what the concepts of a server are called, by content's ids.
TitlesOf = Callable[[GuildId], Awaitable[Mapping[str, Text]]]


class DiscussAdminCog(commands.Cog):
    """Asks the service, then shows, privately; checks each time who moderates."""

    admin = app_commands.Group(
        name="discuss-admin",
        description=english("command-discuss-admin.description"),
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(
        self,
        storage: Storage,
        edition_of: EditionOf,
        titles_of: TitlesOf,
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage`` and each server's edition; ``wake`` tells the scheduler."""
        self._storage = storage
        self._edition_of = edition_of
        self._titles_of = titles_of
        self._languages = languages
        self._clock = clock
        self._wake = wake

    @admin.command(name="start", description=english("command-discuss-admin-start.description"))
    @app_commands.describe(
        prompt=english("command-discuss-admin-start.prompt-description"),
        channel=english("command-discuss-admin-start.channel-description"),
        anonymous=english("command-discuss-admin-start.anonymous-description"),
        first=english("command-discuss-admin-start.first-description"),
        argument=english("command-discuss-admin-start.argument-description"),
        second=english("command-discuss-admin-start.second-description"),
        follow_ups=english("command-discuss-admin-start.follow-ups-description"),
    )
    @app_commands.rename(follow_ups="follow-ups")
    async def start(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, MAX_CHOICE_NAME],
        channel: discord.TextChannel | None = None,
        anonymous: bool = False,
        first: app_commands.Range[str, 1, 40] | None = None,
        argument: app_commands.Range[str, 1, 40] | None = None,
        second: app_commands.Range[str, 1, 40] | None = None,
        follow_ups: bool = True,
    ) -> None:
        """Start a discussion, if it can be held there."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
        chosen = PromptSnapshot.of(prompt_named(await self._prompts(guild), prompt))
        if not follow_ups:
            chosen = replace(chosen, follow_ups=())
        lengths = lengths_of(first, argument, second)
        place = ChannelId(channel.id) if channel else channel_of(interaction)
        require_host(interaction, place, say)
        async with self._storage.work() as work:
            await moderated(work, interaction)
            started = await service.start(
                work,
                Start(guild, place, chosen, anonymous, member_of(interaction), lengths),
                now=self._clock.now(),
            )
            await work.commit()
        self._wake()
        await replies.answer(interaction, started_screen(started, say))

    @start.autocomplete("prompt")
    async def prompts(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the prompts of the notes, of the server, and those that members proposed."""
        say = await private_voice(self._languages, interaction)
        wanted = typed.casefold()
        found = [
            (each, each.title.into(say.language))
            for each in await self._prompts(guild_of(interaction))
        ]
        return [
            app_commands.Choice(name=cut(title, MAX_CHOICE_NAME), value=str(each.number))
            for each, title in found
            if wanted in f"{title} {each.question.into(say.language)}".casefold()
        ][:MAX_CHOICES]

    @start.autocomplete("first")
    @start.autocomplete("argument")
    @start.autocomplete("second")
    async def lengths(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Say how what is typed is understood."""
        say = await private_voice(self._languages, interaction)
        return offered_lengths(typed, say)

    @admin.command(name="next", description=english("command-discuss-admin-next.description"))
    @app_commands.describe(discussion=english("command-discuss-admin-next.discussion-description"))
    async def go_on(self, interaction: discord.Interaction, discussion: str | None = None) -> None:
        """Ask whether to end the present phase."""
        await self._confirm(interaction, discussion, Decision.NEXT)

    @admin.command(name="close", description=english("command-discuss-admin-close.description"))
    @app_commands.describe(discussion=english("command-discuss-admin-close.discussion-description"))
    async def close(self, interaction: discord.Interaction, discussion: str | None = None) -> None:
        """Ask whether to end it now, with its report."""
        await self._confirm(interaction, discussion, Decision.CLOSE)

    @admin.command(name="cancel", description=english("command-discuss-admin-cancel.description"))
    @app_commands.describe(
        discussion=english("command-discuss-admin-cancel.discussion-description")
    )
    async def cancel(self, interaction: discord.Interaction, discussion: str | None = None) -> None:
        """Ask whether to end it without a report."""
        await self._confirm(interaction, discussion, Decision.CANCEL)

    @admin.command(name="extend", description=english("command-discuss-admin-extend.description"))
    @app_commands.describe(
        by=english("command-discuss-admin-extend.by-description"),
        discussion=english("command-discuss-admin-extend.discussion-description"),
    )
    async def extend(
        self,
        interaction: discord.Interaction,
        by: app_commands.Range[str, 1, 40],
        discussion: str | None = None,
    ) -> None:
        """Let the present phase end later."""
        longer = length_of(by)
        await self._change(
            interaction,
            discussion,
            lambda work, found: service.extend(
                work,
                found.guild,
                found.id,
                longer,
                made_for=found.phase,
                now=self._clock.now(),
            ),
        )

    @admin.command(name="pause", description=english("command-discuss-admin-pause.description"))
    @app_commands.describe(discussion=english("command-discuss-admin-pause.discussion-description"))
    async def pause(self, interaction: discord.Interaction, discussion: str | None = None) -> None:
        """Stop its clock."""
        await self._change(
            interaction,
            discussion,
            lambda work, found: service.pause(work, found.guild, found.id, now=self._clock.now()),
        )

    @admin.command(name="resume", description=english("command-discuss-admin-resume.description"))
    @app_commands.describe(
        discussion=english("command-discuss-admin-resume.discussion-description")
    )
    async def resume(self, interaction: discord.Interaction, discussion: str | None = None) -> None:
        """Let its clock run again."""
        await self._change(
            interaction,
            discussion,
            lambda work, found: service.resume(work, found.guild, found.id, now=self._clock.now()),
        )

    @admin.command(name="list", description=english("command-discuss-admin-list.description"))
    async def list_all(self, interaction: discord.Interaction) -> None:
        """Show the server's discussions, and offer to post what is missing."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.latest_of(work, guild)
        await replies.answer(interaction, all_screen(found, say))

    @admin.command(name="export", description=english("command-discuss-admin-export.description"))
    @app_commands.describe(
        discussion=english("command-discuss-admin-export.discussion-description"),
        names=english("command-discuss-admin-export.names-description"),
    )
    async def export(
        self, interaction: discord.Interaction, discussion: str | None = None, names: bool = False
    ) -> None:
        """Hand out the minutes, privately; of a running vote nothing."""
        # Names come over the gateway, which may take longer than Discord waits for an answer.
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await self._chosen(work, interaction, discussion)
            told = await service.material(work, guild, found.id)
            stored = await service.report(work, guild, found.id)
        titles = await self._titles_of(guild)
        report, reasons = await asyncio.to_thread(_counted, found, told, stored, titles)
        authors = [each.author for each in reasons if each.author is not None]
        named: Mapping[Voter, str] = {}
        if names and not found.anonymous:
            members = {MemberId(int(each)) for each in authors if each.isdecimal()}
            shown = await names_of(interaction.guild, sorted(members)[:MAX_NAMES], say)
            named = {Voter(str(member)): name for member, name in shown.items()}
        minutes = minutes_of(found, report, reasons, say, named)
        await replies.answer(interaction, export_screen(found, minutes, say))

    @go_on.autocomplete("discussion")
    @close.autocomplete("discussion")
    @cancel.autocomplete("discussion")
    @extend.autocomplete("discussion")
    @pause.autocomplete("discussion")
    @resume.autocomplete("discussion")
    async def open_ones(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest what is open; only moderators are shown any of it."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.open_of(work, guild)
        return offered_discussions(found, typed, say)

    @export.autocomplete("discussion")
    async def every_one(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest what was discussed; only moderators are shown any of it."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.latest_of(work, guild)
        return offered_discussions(found, typed, say)

    @extend.autocomplete("by")
    async def longer(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Say how what is typed is understood."""
        say = await private_voice(self._languages, interaction)
        return offered_lengths(typed, say)

    async def _confirm(
        self, interaction: discord.Interaction, typed: str | None, decision: Decision
    ) -> None:
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            await moderated(work, interaction)
            found = await self._chosen(work, interaction, typed)
            voters = await service.count(work, found)
        if found.phase.is_open:
            screen = confirm_screen(found, decision, voters, say)
        else:
            screen = decided_screen(found, say)
        await replies.answer(interaction, screen)

    async def _change(
        self,
        interaction: discord.Interaction,
        typed: str | None,
        change: Callable[[Work, Discussion], Awaitable[Discussion]],
    ) -> None:
        say = await private_voice(self._languages, interaction)
        async with self._storage.work() as work:
            await moderated(work, interaction)
            changed = await change(work, await self._chosen(work, interaction, typed))
            await work.commit()
        self._wake()
        await replies.answer(interaction, decided_screen(changed, say))

    async def _chosen(
        self, work: Work, interaction: discord.Interaction, typed: str | None
    ) -> Discussion:
        """Return the chosen discussion, else the one of this thread or channel.

        Raises:
            DiscussionGone: what was chosen is not there.
            NoDiscussionHere: nothing was chosen, and nothing is discussed here.
        """
        guild = guild_of(interaction)
        if typed is not None:
            return await service.discussion(work, guild, number_of(typed))
        place = ChannelId(interaction.channel_id or 0)
        found = await service.open_in(work, guild, place)
        if found is None:
            recent = await service.latest_of(work, guild)
            found = next((each for each in recent if place in (each.thread, each.channel)), None)
        if found is None:
            raise NoDiscussionHere
        return found

    async def _prompts(self, guild: GuildId) -> Sequence[Prompt]:
        library = (await self._edition_of(guild)).library
        async with self._storage.reading() as work:
            proposed = await proposing.prompts(work, guild)
        return (*proposed, *library.prompts)


def _counted(
    discussion: Discussion, told: Material, stored: Report | None, titles: Mapping[str, Text]
) -> tuple[Report, tuple[ReasonShown, ...]]:
    report = report_of(discussion, told, titles) if stored is None else stored
    return report, reasons_shown(discussion, told)
