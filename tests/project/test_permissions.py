"""docs/permissions.md is what happens: every command and press, driven as each kind of person."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import AppCommandOptionType, app_commands

from bot.discord_ui.router import Power, open_gate
from bot.discord_ui.tree import DoranTree, power_needed
from bot.discord_ui.words import voice
from bot.guilds.audit import service as audit
from bot.ids import GuildId
from bot.inbox.buttons import HOME
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tools.permissions import PAGE, page, press, said

KO = voice("ko")
NOT_MODERATOR = KO("refusal-not-moderator")
A_FAULT = KO("something-went-wrong", reference="").split("`")[0]


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A group in which plain members see the moderators' commands, too."""
    async with study_group(sqlite_url(tmp_path)) as opened:
        for command in opened.env.backend.commands[None].values():
            command["default_member_permissions"] = None
        yield opened


def options(group: Group, command: app_commands.Command[Any, ..., Any]) -> dict[str, Any]:
    """Return something for every option that must be given."""
    kinds: dict[AppCommandOptionType, Any] = {
        AppCommandOptionType.string: "1",
        AppCommandOptionType.integer: 1,
        AppCommandOptionType.number: 1.0,
        AppCommandOptionType.boolean: True,
        AppCommandOptionType.channel: group.channel,
        AppCommandOptionType.role: group.guild.default_role,
        AppCommandOptionType.user: group.jun.user,
        AppCommandOptionType.attachment: ("note.md", b"# 1"),
    }
    return {
        each.name: each.choices[0].value if each.choices else kinds[each.type]
        for each in command.parameters
        if each.required
    }


async def test_the_page_is_what_the_code_enforces(group: Group) -> None:
    assert PAGE.read_text("utf-8") == await page(group), "python -m tools.permissions writes it"


async def test_every_moderators_press_is_refused_to_a_plain_member_and_not_to_moderators(
    group: Group,
) -> None:
    role = group.guild.create_role("관리자", permissions=discord.Permissions(administrator=True))
    admin = group.guild.add_member(group.env.create_user("관리자"), roles=[role])
    wrong = []
    for route in group.bot.parts.router.routes:
        if route.power is Power.MODERATOR:
            told = [said(await press(group, who, route)) for who in (group.mina, group.moderator)]
            if (told[0] == NOT_MODERATOR, NOT_MODERATOR in told[1]) != (True, False):
                wrong.append((route.kind, told))
    turned = next(route for route in group.bot.parts.router.routes if route.kind == HOME)

    assert wrong == []
    assert NOT_MODERATOR not in said(await press(group, admin, turned))


async def test_with_the_gate_open_no_press_of_members_turns_out_to_be_moderators(
    group: Group,
) -> None:
    group.bot.parts.router.gate = open_gate
    wrong, faults = [], []
    for route in group.bot.parts.router.routes:
        told = said(await press(group, group.mina, route))
        if NOT_MODERATOR in told and route.power is not Power.MODERATOR:
            wrong.append(route.kind)
        if A_FAULT in told:
            faults.append(route.kind)
    async with group.bot.storage.reading() as work:
        kept = await audit.page(work, GuildId(group.guild.id), 0)

    assert (wrong, faults) == ([], [])
    assert kept.acts == ()


async def test_every_moderators_command_is_refused_to_a_plain_member(group: Group) -> None:
    tree, wrong, driven = group.bot.tree, [], 0
    assert isinstance(tree, DoranTree)
    for command in tree.walk_commands():
        root = command.root_parent or command
        if isinstance(command, app_commands.Group) or power_needed(root) is Power.MEMBER:
            continue
        given = options(group, command)
        result = await group.mina.slash(group.channel, command.qualified_name, **given)
        driven += 1
        if said(result) != NOT_MODERATOR or not result.ephemeral:
            wrong.append((command.qualified_name, said(result)))

    assert wrong == []
    assert driven > 30


async def test_a_member_of_another_server_is_no_moderator_of_this_one(group: Group) -> None:
    elsewhere = group.env.create_guild("다른 서버")
    place = elsewhere.create_text_channel("다른 채널")
    role = elsewhere.create_role("운영자", permissions=discord.Permissions(manage_guild=True))
    there_mina = elsewhere.add_member(group.mina.user, roles=[role])

    there = await there_mina.slash(place, "settings zone", zone="UTC")
    here = await group.mina.slash(group.channel, "settings zone", zone="UTC")

    assert KO("settings-saved") in said(there)
    assert said(here) == NOT_MODERATOR
