"""/settings check and show: what is missing where, and everything that can be changed."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.discord_ui.allowance import Allowance
from bot.discord_ui.tree import DoranTree
from bot.discord_ui.words import Say, voice
from bot.guilds.power import Admission
from bot.ids import ChannelId
from bot.setup.model import Use
from bot.setup.uses import together
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, words_of

KO = voice("ko")
EN = voice("en")


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A group in which plain members see the moderators' commands, too."""
    async with study_group(sqlite_url(tmp_path)) as opened:
        for command in opened.env.backend.commands[None].values():
            command["default_member_permissions"] = None
        yield opened


async def check(group: Group) -> str:
    """Return what the check tells the moderator."""
    result = await group.moderator.slash(group.channel, "settings check")
    assert result.ephemeral
    return words_of(answered(result))


async def schedule(group: Group) -> None:
    """Have a quiz every day in the group's channel."""
    await group.moderator.slash(
        group.channel, "quiz-admin schedule add", time="20:00", channel=group.channel
    )


def forbid(group: Group, **permissions: bool) -> None:
    """Take permissions of the bot in the group's channel away."""
    role = group.guild.roles["TestBot"]
    allow, deny = discord.PermissionOverwrite(**permissions).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(group.channel.id, {}, overwrites=[overwrite])


async def test_with_nothing_planned_there_is_nothing_to_check(group: Group) -> None:
    assert await check(group) == KO("check-nothing")


async def test_where_everything_is_granted_it_says_so(group: Group) -> None:
    await schedule(group)

    said = await check(group)

    assert KO("check-all-fine") in said
    assert f"<#{group.channel.id}> ({KO('check-use-quiz')})" in said


@pytest.mark.parametrize(("language", "say"), [("ko", KO), ("en", EN)])
async def test_a_missing_permission_is_named_with_what_fails_and_what_to_do(
    group: Group, language: str, say: Say
) -> None:
    await group.moderator.slash(group.channel, "language", language=language)
    await schedule(group)
    await group.moderator.slash(group.channel, "settings notice-channel", channel=group.channel)
    forbid(group, attach_files=False)

    said = await check(group)

    name = f"`{say('permission-attach-files')}`"
    assert f"({say('check-use-quiz')}, {say('check-use-notice')})" in said
    assert f"✗ {name}: {say('check-without-attach-files')}" in said
    assert say("check-grant", permissions=name) in said
    assert say("permission-send-messages") not in said


async def test_a_channel_that_is_gone_is_said_to_be(group: Group) -> None:
    other = group.guild.create_text_channel("곧 없어질 곳")
    await group.moderator.slash(group.channel, "settings notice-channel", channel=other)
    group.env.backend.delete_channel(other.id)
    await group.env.advance_time(1)

    assert KO("check-gone") in await check(group)


async def test_only_moderators_check(group: Group) -> None:
    result = await group.mina.slash(group.channel, "settings check")

    assert words_of(answered(result)) == KO("refusal-not-moderator")


def test_a_channel_with_several_uses_is_listed_once_with_all_that_they_need() -> None:
    here, there = ChannelId(1), ChannelId(2)
    uses = [
        Use(here, "a", ("view_channel", "send_messages")),
        Use(there, "a", ("view_channel",)),
        Use(here, "b", ("send_messages", "embed_links")),
        Use(here, "a", ("view_channel",)),
    ]

    assert together(uses) == {
        here: (("a", "b"), ("view_channel", "send_messages", "embed_links")),
        there: (("a",), ("view_channel",)),
    }


async def test_the_settings_list_everything_that_can_be_changed(group: Group) -> None:
    await schedule(group)

    said = words_of(answered(await group.moderator.slash(group.channel, "settings show")))

    assert KO("settings-quizzes.value", count=1, paused=0) in said
    assert KO("settings-announcements.value", count=0) in said
    assert KO("settings-retention") in said
    assert KO("settings-discussions") in said


async def test_a_script_is_refused_kindly_and_a_pause_helps(group: Group) -> None:
    gate = Admission(group.bot.storage, group.clock, Allowance(3))
    tree = group.bot.tree
    assert isinstance(tree, DoranTree)
    tree.gate = group.bot.parts.router.gate = gate
    for _ in range(3):
        await group.mina.slash(group.channel, "help")

    refused = await group.mina.slash(group.channel, "help")
    other = await group.jun.slash(group.channel, "help")
    await group.env.advance_time(2)
    later = await group.mina.slash(group.channel, "help")

    assert refused.ephemeral
    assert words_of(answered(refused)) == KO("refusal-too-fast", seconds=1)
    assert KO("help-title") in words_of(answered(other))
    assert KO("help-title") in words_of(answered(later))


async def test_help_says_what_is_on_by_who_asks(group: Group) -> None:
    quiet = words_of(answered(await group.mina.slash(group.channel, "help")))
    await group.moderator.slash(
        group.channel,
        "quiz-admin schedule add",
        time="09:05",
        channel=group.channel,
    )
    await group.env.advance_time(600)

    mine = words_of(answered(await group.mina.slash(group.channel, "help")))
    direct = words_of(answered(await group.mina.user.slash("help")))

    assert KO("help-now") not in quiet
    assert KO("help-now-quiz", count=1) in mine
    assert KO("help-now-inbox", count=1) not in mine
    assert KO("help-now") not in direct
