"""A small discord.py bot of no use but to the loopback: its tests' subject, the bench's ceiling."""

from __future__ import annotations

import io
import os
from datetime import timedelta

import aiohttp
import discord
from discord import app_commands


class NameModal(discord.ui.Modal, title="이름"):
    """A text input and a select, each under a label."""

    name: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="이름", component=discord.ui.TextInput(custom_id="name")
    )
    side: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="입장",
        component=discord.ui.Select(
            custom_id="side",
            options=[discord.SelectOption(label="찬성", value="for")],
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        name, side = self.name.component, self.side.component
        assert isinstance(name, discord.ui.TextInput)
        assert isinstance(side, discord.ui.Select)
        await interaction.response.send_message(f"{name.value}: {side.values}", ephemeral=True)


class Echo(discord.AutoShardedClient):
    """Answers each kind of event with what it was given."""

    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.messages = intents.guild_scheduled_events = True
        intents.message_content = "ECHO_MESSAGE_CONTENT" in os.environ
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is not discord.InteractionType.component:
            return
        assert interaction.data is not None
        pressed = interaction.data.get("custom_id")
        if pressed == "modal":
            await interaction.response.send_modal(NameModal())
        elif pressed == "update":
            await interaction.response.edit_message(content="바뀜")
        elif pressed == "pick":
            await interaction.response.send_message(f"{interaction.data.get('values')}")
        elif pressed == "defer":
            await interaction.response.defer(ephemeral=True, thinking=True)
            await interaction.followup.send("늦은 답", ephemeral=True)
            await interaction.followup.send("하나 더")
        else:
            await interaction.response.send_message("ok", ephemeral=True)

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or self.user is None:
            return
        if self.user.mentioned_in(message) or message.guild is None:
            words = message.content.replace(self.user.mention, "").split() or [""]
            await obey(self, message, words[0], words[1:])


async def obey(client: Echo, message: discord.Message, verb: str, words: list[str]) -> None:
    """Does to Discord what a message asks for."""
    channel = message.channel
    try:
        if verb == "nonce":
            await channel.send(words[1], nonce=words[0])
        elif verb == "file":
            await channel.send("파일", file=discord.File(io.BytesIO(b"abc"), "a.txt"))
        elif verb == "thread":
            thread = await message.create_thread(name="갈래")
            await thread.send("안에서")
        elif verb == "pin":
            await message.pin()
            pins = [pinned.content async for pinned in channel.pins()]
            await channel.send(f"고정 {len(pins)}")
        elif verb == "edit":
            sent = await channel.send("처음")
            await sent.edit(content="나중")
        elif verb == "history":
            found = [seen.content async for seen in channel.history(limit=5)]
            await channel.send(f"기록 {len(found)}")
        elif verb == "dm":
            await message.author.send("둘이서")
        elif verb == "members" and message.guild:
            ids = [int(word) for word in words]
            members = await message.guild.query_members(user_ids=ids)
            await channel.send(f"이름 {sorted(member.display_name for member in members)}")
        elif verb == "event" and message.guild:
            event = await message.guild.create_scheduled_event(
                name="모임",
                start_time=message.created_at + timedelta(hours=1),
                end_time=message.created_at + timedelta(hours=2),
                entity_type=discord.EntityType.external,
                privacy_level=discord.PrivacyLevel.guild_only,
                location="여기",
            )
            await event.edit(name="모임 2")
            await channel.send(f"일정 {len(await message.guild.fetch_scheduled_events())}")
        elif verb == "burst":
            for number in range(int(words[0])):
                await channel.send(f"{number}")
        else:
            await message.reply(f"들음: {' '.join([verb, *words])}")
    except (discord.DiscordException, aiohttp.ClientError) as error:
        await channel.send(f"거절 {getattr(error, 'code', None)} {type(error).__name__}")


class Controls(discord.ui.View):
    """One of each control; what is pressed arrives in `on_interaction`."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        for name in ("modal", "update", "defer", "empty"):
            self.add_item(discord.ui.Button(label=name, custom_id=name))
        options = [discord.SelectOption(label="가", value="1"), discord.SelectOption(label="나")]
        self.add_item(discord.ui.Select(custom_id="pick", options=options))
        self.stop()


def add_commands(tree: app_commands.CommandTree[Echo]) -> None:
    """The commands: `/echo`, `/empty`, `/controls`, `/layout`, and a message menu."""

    @tree.command(name="echo", description="되돌려 줘요")
    async def echo(interaction: discord.Interaction[Echo], text: str, times: int = 1) -> None:
        await interaction.response.send_message(text * times, ephemeral=True)

    @echo.autocomplete("text")
    async def complete(
        interaction: discord.Interaction[Echo], current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=current + "!", value=current + "!")]

    @tree.command(name="empty", description="아무것도 안 해요")
    async def empty(interaction: discord.Interaction[Echo]) -> None:
        await interaction.response.send_message("ok", ephemeral=True)

    @tree.command(name="controls", description="눌러 봐요")
    async def controls(interaction: discord.Interaction[Echo]) -> None:
        await interaction.response.send_message("눌러요", view=Controls())

    @tree.command(name="layout", description="새 모양")
    async def layout(interaction: discord.Interaction[Echo]) -> None:
        view = discord.ui.LayoutView(timeout=None)
        row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
        row.add_item(discord.ui.Button(label="빈 것", custom_id="empty"))
        gallery: discord.ui.MediaGallery[discord.ui.LayoutView] = discord.ui.MediaGallery()
        gallery.add_item(media="attachment://a.png")
        view.add_item(discord.ui.Container(discord.ui.TextDisplay("제목"), gallery, row))
        file = discord.File(io.BytesIO(b"png"), "a.png")
        await interaction.response.send_message(view=view, file=file)
        view.stop()

    @tree.context_menu(name="되읽기")
    async def read(interaction: discord.Interaction[Echo], message: discord.Message) -> None:
        await interaction.response.send_message(message.content, ephemeral=True)


if __name__ == "__main__":
    Echo().run(os.environ["DISCORD_TOKEN"])
