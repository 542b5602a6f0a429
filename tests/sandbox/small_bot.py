"""The least bot that has commands in two languages, and repeats what reached it."""

import discord
from discord import app_commands
from discord.ext import commands

KOREAN = {
    "ask": "질문",
    "What to look up": "찾을 것",
    "settings": "설정",
    "zone": "시간대",
    "city": "도시",
}


class KoreanNames(app_commands.Translator):
    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        return KOREAN.get(string.message) if locale is discord.Locale.korean else None


class SmallBot(commands.Bot):
    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(command_prefix=(), intents=intents, help_command=None)
        self.heard: list[tuple[str, str, str]] = []

    async def setup_hook(self) -> None:
        @self.tree.command(name="ask", description="What to look up")
        async def ask(interaction: discord.Interaction, question: str) -> None:
            await self._repeat(interaction, question)

        @ask.autocomplete("question")
        async def suggested(
            interaction: discord.Interaction, typed: str
        ) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{interaction.locale} {typed}", value=typed)]

        settings = app_commands.Group(name="settings", description="Settings")

        @settings.command(name="zone", description="Zone")
        async def zone(interaction: discord.Interaction, city: str) -> None:
            await self._repeat(interaction, city)

        self.tree.add_command(settings)
        await self.tree.set_translator(KoreanNames())
        await self.tree.sync()

    async def _repeat(self, interaction: discord.Interaction, text: str) -> None:
        self.heard.append((str(interaction.locale), str(interaction.guild_locale), text))
        await interaction.response.send_message(
            embed=discord.Embed(
                title=text, description=f"for {interaction.user.mention}"
            ).set_footer(text="from the note"),
            ephemeral=True,
        )
