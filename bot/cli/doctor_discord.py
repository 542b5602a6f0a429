"""The doctor's look at the token, and at what Discord says of the application."""

import asyncio

import aiohttp
import discord

from bot.app import PERMISSIONS
from bot.cli.doctor_findings import Finding, fault, unknown, well
from bot.cli.invite import application_id
from bot.discord_ui.words import Say
from bot.settings import BadSettings, Settings

PATIENCE_S = 15.0


async def findings(settings: Settings, say: Say, *, offline: bool) -> list[Finding]:
    """Look at the token's shape, whether Discord takes it, the intents and the invitation."""
    try:
        token = settings.token()
        application = application_id(token)
    except BadSettings:
        is_there = settings.discord_token and settings.discord_token.get_secret_value().strip()
        return [
            fault(say("doctor-token-shape") if is_there else say("doctor-token-missing")),
            unknown(say("doctor-discord-no-token")),
            well(say("doctor-intents")),
            unknown(say("doctor-invite-unknown")),
        ]
    asked = (
        [unknown(say("doctor-discord-offline"))] if offline else await _asked_discord(token, say)
    )
    scopes = ("bot", "applications.commands")
    link = discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=scopes)
    return [
        well(say("doctor-token-fine", application=str(application))),
        *asked,
        well(say("doctor-intents")),
        well(say("doctor-invite", link=link)),
    ]


async def _asked_discord(token: str, say: Say) -> list[Finding]:
    async with discord.Client(intents=discord.Intents.none(), max_messages=None) as client:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await client.login(token)
                about = await client.application_info()
        except discord.LoginFailure:
            return [fault(say("doctor-discord-refused"))]
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as failure:
            # Its kind only: such an error's own words may quote what was sent.
            return [unknown(say("doctor-discord-unreached", fault=type(failure).__name__))]
    found = []
    if about.interactions_endpoint_url:
        found.append(fault(say("doctor-discord-endpoint")))
    if about.bot_require_code_grant:
        found.append(fault(say("doctor-discord-code-grant")))
    guilds = about.approximate_guild_count
    return [*found, well(say("doctor-discord-fine", name=about.name, guilds=guilds))]
