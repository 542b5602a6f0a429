"""/settings, /language and /help, for moderators, for members, in direct messages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from simcord.backend.errors import SetupError

from bot.discord_ui.words import Say, voice
from bot.guilds import service
from bot.guilds.model import GuildSettings, UnknownZone, zone_called, zones_like
from bot.ids import GuildId
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


async def stored(group: Group) -> GuildSettings:
    """Return what the database has of the group's server."""
    async with group.bot.storage.reading() as work:
        return await service.settings(work, GuildId(group.guild.id))


async def test_a_moderator_sees_every_setting(group: Group) -> None:
    result = await group.moderator.slash(group.channel, "settings show")

    embed = answered(result).embeds[0]
    assert result.ephemeral
    assert [field.name for field in embed.fields] == [
        KO(f"settings-{name}")
        for name in (
            *("language", "zone", "moderator-role", "notice-channel"),
            *("quizzes", "announcements", "discussions", "sessions", "retention"),
        )
    ]
    assert "Asia/Seoul" in words_of(answered(result))


async def test_a_moderator_sets_the_language(group: Group) -> None:
    result = await group.moderator.slash(group.channel, "settings language", language="en")

    assert answered(result).content == EN("settings-saved")
    assert (await stored(group)).language == "en"


async def test_a_moderator_sets_the_zone_in_any_spelling(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone=" america/new york")

    assert (await stored(group)).zone == "America/New_York"


@pytest.mark.parametrize("zone", ["서울", "Asia/Nowhere", "../etc/passwd", "x" * 3000, "", "\x00"])
async def test_an_unknown_zone_is_refused_kindly(group: Group, zone: str) -> None:
    result = await group.moderator.slash(group.channel, "settings zone", zone=zone or " ")

    told = answered(result).content
    assert result.ephemeral
    assert "Asia/Seoul" in told
    assert len(told) < 400
    assert (await stored(group)).zone == "Asia/Seoul"


async def test_zones_are_suggested(group: Group) -> None:
    first = await group.moderator.autocomplete(group.channel, "settings zone", "zone", "")
    typed = await group.moderator.autocomplete(group.channel, "settings zone", "zone", "new y")
    odd = await group.moderator.autocomplete(group.channel, "settings zone", "zone", "\x00((")

    assert first[0]["value"] == "Asia/Seoul"
    assert typed[0]["value"] == "America/New_York"
    assert odd == []
    assert len(zones_like("a", 25)) == 25


def test_a_zone_that_the_machine_lacks_is_unknown() -> None:
    with pytest.raises(UnknownZone):
        zone_called("Middle-earth/Shire")


async def test_a_moderator_names_a_role_and_a_channel_and_takes_them_back(group: Group) -> None:
    role = group.guild.create_role("조교")

    await group.moderator.slash(group.channel, "settings moderator-role", role=role)
    shown = await group.moderator.slash(
        group.channel, "settings notice-channel", channel=group.channel
    )

    assert (await stored(group)).moderator_role == role.id
    assert (await stored(group)).notice_channel == group.channel.id
    assert f"<@&{role.id}>" in words_of(answered(shown))
    assert group.channel.mention in words_of(answered(shown))
    await group.moderator.slash(group.channel, "settings moderator-role")
    await group.moderator.slash(group.channel, "settings notice-channel")
    assert await stored(group) == GuildSettings(GuildId(group.guild.id))


async def test_a_plain_member_is_refused_privately_and_nothing_changes(group: Group) -> None:
    commands = {
        "settings show": {},
        "settings language": {"language": "en"},
        "settings zone": {"zone": "UTC"},
        "settings moderator-role": {},
        "settings notice-channel": {},
    }
    for name, options in commands.items():
        result = await group.mina.slash(group.channel, name, **options)

        assert result.ephemeral
        assert answered(result).content == KO("refusal-not-moderator")
    assert await stored(group) == GuildSettings(GuildId(group.guild.id))


async def test_the_holder_of_the_moderator_role_is_a_moderator(group: Group) -> None:
    role = group.guild.create_role("조교")
    helper = group.guild.add_member(group.env.create_user("조교 하나"), roles=[role])
    await group.moderator.slash(group.channel, "settings moderator-role", role=role)

    result = await helper.slash(group.channel, "settings zone", zone="UTC")

    assert answered(result).content == KO("settings-saved")
    assert (await stored(group)).zone == "UTC"


async def test_without_a_named_role_no_role_makes_a_moderator(group: Group) -> None:
    role = group.guild.create_role("조교")
    helper = group.guild.add_member(group.env.create_user("조교 하나"), roles=[role])

    result = await helper.slash(group.channel, "settings show")

    assert answered(result).content == KO("refusal-not-moderator")


async def test_settings_are_not_offered_in_direct_messages(group: Group) -> None:
    with pytest.raises(SetupError):
        await group.moderator.user.slash("settings show")

    assert "settings show" not in group.moderator.user.available_commands()


@pytest.mark.parametrize(("chosen", "say"), [("ko", KO), ("en", EN)])
async def test_a_member_chooses_their_language(group: Group, chosen: str, say: Say) -> None:
    result = await group.mina.slash(group.channel, "language", language=chosen)

    assert result.ephemeral
    assert answered(result).content == say("language-chosen")


async def test_a_member_goes_back_to_the_servers_language(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")

    result = await group.mina.slash(group.channel, "language", language="auto")

    assert answered(result).content == KO("language-forgotten")


async def test_the_choice_goes_along_to_direct_messages(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")

    result = await group.mina.user.slash("help")

    assert answered(result).embeds[0].title == EN("help-title")


async def test_help_shows_a_member_what_a_member_may_do(group: Group) -> None:
    mine = words_of(answered(await group.mina.slash(group.channel, "help")))
    theirs = words_of(answered(await group.moderator.slash(group.channel, "help")))

    assert KO("command-ask.description") in mine
    assert KO("help-moderating") not in mine
    assert KO("command-settings.description") not in mine
    assert KO("help-moderating") in theirs
    assert KO("command-settings.description") in theirs


async def test_help_in_direct_messages_leaves_out_what_works_in_servers_only(group: Group) -> None:
    group.languages.own[group.moderator.id] = "en-US"

    said = words_of(answered(await group.moderator.user.slash("help")))

    assert EN("command-ask.description") in said
    assert EN("command-settings.description") not in said
