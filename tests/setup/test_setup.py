"""The hello, and setting a server up step by step, in both languages, through restarts."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.results import InteractionResult

from bot.discord_ui.words import voice
from bot.guilds import service as guilds
from bot.ids import GuildId
from bot.posts import scheduler
from bot.quiz import timetable
from bot.quiz.schedule import Schedule
from bot.setup import buttons
from bot.setup.cog import SetupCog
from bot.setup.model import Step
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, labels, words_of

KO = voice("ko")
EN = voice("en")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))


@pytest.fixture
async def group(migrated_url: str) -> AsyncIterator[Group]:
    """A group in which plain members see the moderators' commands, too."""
    async with study_group(migrated_url) as opened:
        for command in opened.env.backend.commands[None].values():
            command["default_member_permissions"] = None
        yield opened


async def opened(group: Group, who: MemberActor | None = None) -> InteractionResult:
    """Open the set-up by its command."""
    return await (who or group.moderator).slash(group.channel, "settings setup")


def shown(group: Group, result: InteractionResult) -> discord.Message:
    """Return what the private message of ``result`` shows now."""
    number = answered(result).id
    seen = group.channel.history(viewer=group.moderator)
    return next(message for message in seen if message.id == number)


async def walked(group: Group, *, quiz: bool = True) -> InteractionResult:
    """Answer everything; return the message, which shows the summary."""
    moderator, first = group.moderator, await opened(group)
    message = answered(first)
    await moderator.select(message, ["en"], custom_id=buttons.choose(Step.LANGUAGE))
    await moderator.select(message, ["Europe/London"], custom_id=buttons.choose(Step.ZONE))
    if quiz:
        channel = buttons.choose(Step.QUIZ_CHANNEL)
        await moderator.select(message, [group.channel], custom_id=channel)
        await moderator.select(message, ["09:00"], custom_id=buttons.choose(Step.QUIZ_TIME))
    else:
        await moderator.click(message, custom_id=buttons.none(Step.QUIZ_CHANNEL))
    notice = buttons.choose(Step.NOTICE_CHANNEL)
    await moderator.select(message, [group.channel], custom_id=notice)
    await moderator.click(message, custom_id=buttons.none(Step.MODERATOR_ROLE))
    return first


def posted(group: Group, channel: ChannelHandle | None = None) -> list[discord.Message]:
    """Return what everybody sees of the bot's in a channel."""
    return [
        message
        for message in (channel or group.channel).history()
        if message.author.bot and not message.flags.ephemeral
    ]


async def schedules(group: Group) -> list[Schedule]:
    """Return the server's quiz schedules."""
    async with group.bot.storage.reading() as work:
        return await timetable.every(work, GuildId(group.guild.id))


async def test_every_step_is_explained_and_nothing_counts_before_the_start(group: Group) -> None:
    first = await walked(group)
    summary = shown(group, first)

    assert first.ephemeral
    assert summary.embeds[0].title == EN("setup-review")
    assert "Europe/London" in words_of(summary)
    assert EN("setup-farewell") in words_of(summary)
    assert EN("setup-begin") in labels(summary)
    assert await schedules(group) == []
    async with group.bot.storage.reading() as work:
        assert (await guilds.settings(work, GuildId(group.guild.id))).language == "ko"
    assert posted(group) == []


async def test_the_start_makes_the_settings_and_a_daily_quiz(group: Group) -> None:
    first = await walked(group)
    await group.moderator.click(answered(first), label=EN("setup-begin"))

    [schedule] = await schedules(group)
    async with group.bot.storage.reading() as work:
        settings = await guilds.settings(work, GuildId(group.guild.id))
    assert (settings.language, settings.zone) == ("en", "Europe/London")
    assert settings.notice_channel == group.channel.id
    assert (schedule.channel, f"{schedule.rule.time:%H:%M}") == (group.channel.id, "09:00")
    assert len(schedule.rule.weekdays) == 7
    assert EN("setup-begun") in words_of(shown(group, first))
    assert posted(group) == []


async def test_the_start_pressed_twice_makes_one_schedule(group: Group) -> None:
    first = await walked(group)
    second = await opened(group)
    await group.moderator.click(answered(first), label=EN("setup-begin"))

    again = await group.moderator.click(answered(second), label=EN("setup-begin"))

    assert words_of(again.followups[0].message) == EN("refusal-setup-over")
    assert len(await schedules(group)) == 1


async def test_who_read_other_answers_does_not_begin_with_them(group: Group) -> None:
    first = await walked(group)
    stale = await opened(group)
    await group.moderator.click(answered(first), custom_id=buttons.go(Step.MODERATOR_ROLE))
    await group.moderator.click(answered(first), custom_id=buttons.none(Step.MODERATOR_ROLE))

    refused = await group.moderator.click(answered(stale), label=EN("setup-begin"))

    assert words_of(refused.followups[0].message) == KO("refusal-setup-changed")
    assert await schedules(group) == []


async def test_it_goes_on_after_a_restart_where_it_was_left(group: Group) -> None:
    moderator, first = group.moderator, await opened(group)
    await moderator.select(answered(first), ["en"], custom_id=buttons.choose(Step.LANGUAGE))

    await group.restart()
    await moderator.select(answered(first), ["UTC"], custom_id=buttons.choose(Step.ZONE))
    resumed = await opened(group)

    assert answered(resumed).embeds[0].title == EN("setup-quiz-channel")


async def test_without_a_quiz_there_is_no_time_to_choose(group: Group) -> None:
    first = await walked(group, quiz=False)
    await group.moderator.click(answered(first), label=EN("setup-begin"))

    assert EN("setup-will-not-quiz") not in words_of(shown(group, first))
    assert await schedules(group) == []


async def test_set_up_again_it_changes_its_own_schedule(group: Group) -> None:
    first = await walked(group)
    await group.moderator.click(answered(first), label=EN("setup-begin"))

    again = await opened(group)
    time = buttons.choose(Step.QUIZ_TIME)
    await group.moderator.click(answered(again), custom_id=buttons.go(Step.ZONE))
    for _ in range(2):
        await group.moderator.click(answered(again), label=EN("setup-keep"))
    await group.moderator.select(answered(again), ["20:00"], custom_id=time)
    for _ in range(2):
        await group.moderator.click(answered(again), label=EN("setup-keep"))
    await group.moderator.click(answered(again), label=EN("setup-begin"))

    [schedule] = await schedules(group)
    assert f"{schedule.rule.time:%H:%M}" == "20:00"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("오후 8시 반", 20 * 60 + 30), ("8 pm", 20 * 60), ("0:00", 0)]
)
async def test_zone_and_time_can_be_typed(tmp_path: Path, typed: str, minutes: int) -> None:
    async with study_group(sqlite_url(tmp_path)) as group:
        first = await opened(group)
        await group.moderator.click(answered(first), label=KO("setup-keep"))
        form = await group.moderator.click(answered(first), label=KO("setup-type"))
        await group.moderator.submit_modal(form, {"typed": " asia/tokyo"})
        channel = buttons.choose(Step.QUIZ_CHANNEL)
        await group.moderator.select(answered(first), [group.channel], custom_id=channel)
        form = await group.moderator.click(answered(first), label=KO("setup-type"))
        wrong = await group.moderator.submit_modal(form, {"typed": "점심때쯤"})
        form = await group.moderator.click(answered(first), label=KO("setup-type"))
        await group.moderator.submit_modal(form, {"typed": typed})

        for _ in range(2):
            await group.moderator.click(answered(first), label=KO("setup-keep"))
        said = words_of(shown(group, first))
        assert "점심때쯤" in words_of(answered(wrong))
        assert "Asia/Tokyo" in said
        assert f"{minutes // 60:02}:{minutes % 60:02}" in said


async def test_a_stranger_is_refused_at_every_press(group: Group) -> None:
    refused = await opened(group, group.mina)
    own = answered(await group.mina.slash(group.channel, "help"))
    kept = group.env.backend.messages[group.channel.id][own.id]

    assert words_of(answered(refused)) == KO("refusal-not-moderator")
    for custom_id in (
        buttons.opened(),
        buttons.go(Step.ZONE),
        buttons.none(Step.QUIZ_CHANNEL),
        buttons.type_in(Step.ZONE),
        buttons.begin(0),
    ):
        part = {"type": 2, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
        kept.components = [{"type": 1, "components": [part]}]
        pressed = await group.mina.click(own, custom_id=custom_id)
        assert KO("refusal-not-moderator") in words_of(answered(pressed))
    assert await schedules(group) == []


async def test_a_channel_where_the_bot_may_not_write_is_refused_by_name(group: Group) -> None:
    bot_role = group.guild.roles["TestBot"]
    silent = group.guild.create_text_channel(
        "조용한 곳", overwrites={bot_role: discord.PermissionOverwrite(send_messages=False)}
    )
    first = await opened(group)
    await group.moderator.click(answered(first), custom_id=buttons.go(Step.ZONE))
    await group.moderator.click(answered(first), label=KO("setup-keep"))

    choose = buttons.choose(Step.QUIZ_CHANNEL)
    refused = await group.moderator.select(answered(first), [silent], custom_id=choose)

    assert KO("permission-send-messages") in words_of(answered(refused))


def founded(group: Group, *, can_write: bool = True) -> tuple[GuildHandle, ChannelHandle]:
    """Make another server, whose first channel the bot may write in or not."""
    guild = group.env.create_guild("새 서버")
    role, may = guild.roles["TestBot"], discord.PermissionOverwrite(send_messages=can_write)
    return guild, guild.create_text_channel("첫 채널", overwrites={role: may})


async def join(group: Group, guild: GuildHandle) -> None:
    """Tell the bot that it was let into ``guild``, which has its channels by then."""
    await group.env.advance_time(1)
    found, cog = group.bot.get_guild(guild.id), group.bot.get_cog("SetupCog")
    assert found is not None
    assert isinstance(cog, SetupCog)
    await cog.on_guild_join(found)
    await group.env.advance_time(5)


async def test_joining_a_server_it_says_hello_once_silently_in_both_languages(
    group: Group,
) -> None:
    guild, channel = founded(group)
    second = guild.create_text_channel("둘째 채널")
    await join(group, guild)

    [hello] = posted(group, channel)
    assert KO("setup-hello") in hello.content
    assert EN("setup-hello") in hello.content
    assert hello.flags.suppress_notifications
    assert posted(group, second) == []
    assert posted(group) == []


async def test_the_hello_goes_where_the_bot_may_write(group: Group) -> None:
    guild, first = founded(group, can_write=False)
    second = guild.create_text_channel("둘째 채널")
    await join(group, guild)

    assert posted(group, first) == []
    assert len(posted(group, second)) == 1


async def test_where_it_may_write_nowhere_it_says_nothing(group: Group) -> None:
    guild, first = founded(group, can_write=False)
    await join(group, guild)

    assert posted(group, first) == []


async def test_the_hello_is_not_repeated_after_a_restart_or_coming_back(group: Group) -> None:
    guild, channel = founded(group)
    await join(group, guild)
    await group.restart()

    await join(group, guild)

    assert len(posted(group, channel)) == 1


async def test_the_hellos_button_opens_the_setup_for_moderators_alone(group: Group) -> None:
    guild, channel = founded(group)
    role = guild.create_role("운영자", permissions=discord.Permissions(manage_guild=True))
    user = group.env.create_user("운영자 둘")
    moderator = guild.add_member(user, roles=[role])
    stranger = guild.add_member(group.env.create_user("아무개"))
    await join(group, guild)
    [hello] = posted(group, channel)

    refused = await stranger.click(hello, custom_id=buttons.opened())
    opened_ = await moderator.click(hello, custom_id=buttons.opened())

    assert words_of(answered(refused)) == KO("refusal-not-moderator")
    assert opened_.ephemeral
    assert answered(opened_).embeds[0].title == KO("setup-language")
