"""A study group that brings notes, in the words of its moderators."""

from dataclasses import dataclass
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from tests.notes.sample_notes import sample
from tests.support.group import Group
from tests.support.told import answered, words_of


@dataclass
class Shelf:
    """A group, and its moderator's private messages."""

    group: Group

    async def note(self, command: str, *, by: MemberActor | None = None, **options: Any) -> Any:
        """Say ``/note …`` as the moderator, or as somebody else."""
        actor = by or self.group.moderator
        return await actor.slash(self.group.channel, f"note {command}", **options)

    async def add(self, name: str = "tcp-udp.md", content: bytes | None = None) -> discord.Message:
        """Upload a note; return the moderator's private preview."""
        file = (name, sample(name) if content is None else content)
        return answered(await self.note("add", file=file))

    async def publish(self, name: str = "tcp-udp.md", content: bytes | None = None) -> str:
        """Upload a note and publish it as it is; return what the moderator is told."""
        preview = await self.add(name, content)
        await self.press(preview, "올리기")
        return self.told(preview)

    def now(self, message: discord.Message) -> discord.Message:
        """Return the moderator's private ``message`` as it is by now."""
        seen = self.group.channel.history(viewer=self.group.moderator)
        return next(each for each in seen if each.id == message.id)

    def told(self, message: discord.Message) -> str:
        """Return what a private message says by now."""
        return words_of(self.now(message))

    async def press(self, message: discord.Message, label: str) -> InteractionResult:
        """Press a button of the moderator's message as it is by now."""
        return await self.group.moderator.click(self.now(message), label=label)

    async def choose(self, message: discord.Message, kind: str, value: str) -> InteractionResult:
        """Choose from the menu of ``kind`` in the moderator's message."""
        menu = next(
            part
            for row in self.now(message).components
            if isinstance(row, discord.ActionRow)
            for part in row.children
            if isinstance(part, discord.SelectMenu) and (part.custom_id or "").split(":")[1] == kind
        )
        return await self.group.moderator.select(
            self.now(message), [value], custom_id=menu.custom_id
        )

    async def ask(self, question: str, by: MemberActor | None = None) -> str:
        """Ask the bot; return what it answers."""
        actor = by or self.group.mina
        return words_of(answered(await actor.slash(self.group.channel, "ask", question=question)))

    def said(self, result: InteractionResult) -> str:
        """Return everything that an interaction was answered with."""
        first = [] if result.response is None else [result.response.message]
        return "\n".join(
            words_of(each) for each in (*first, *(one.message for one in result.followups))
        )

    def helper(self) -> MemberActor:
        """Return a member who sees moderators' commands in Discord, but does not moderate."""
        group = self.group
        power = discord.Permissions(manage_messages=True)
        role = group.guild.create_role("도우미", permissions=power)
        return group.guild.add_member(group.env.create_user("도우미"), roles=[role])
