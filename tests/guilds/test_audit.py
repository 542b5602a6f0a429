"""What moderators did is kept with what they did, shown page by page, and goes after 90 days."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.discord_ui.words import voice
from bot.guilds.audit import buttons, service
from bot.guilds.audit.model import PAGE, Act, Page, Via
from bot.ids import GuildId, MemberId
from bot.posts import scheduler
from bot.privacy import service as privacy
from bot.storage.personal import NOBODY
from tests.support.group import Group, study_group
from tests.support.told import answered, words_of

KO = voice("ko")
EN = voice("en")


@pytest.fixture
async def group(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Group]:
    """A group in which plain members see the moderators' commands, too."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))
    async with study_group(migrated_url) as opened:
        for command in opened.env.backend.commands[None].values():
            command["default_member_permissions"] = None
        yield opened


async def page(group: Group, number: int = 0) -> Page:
    """Return a page of what is kept."""
    async with group.bot.storage.reading() as work:
        return await service.page(work, GuildId(group.guild.id), number)


async def test_a_command_that_changes_something_is_kept_with_its_options(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone="utc")

    [act] = (await page(group)).acts
    assert (act.via, act.name) == (Via.COMMAND, "settings zone")
    assert act.details == (("zone", "utc"),)
    assert act.member == group.moderator.id
    assert abs(act.at - group.clock.now()) < timedelta(minutes=1)


async def test_what_only_looks_is_refused_or_fails_is_not_kept(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings show")
    await group.moderator.slash(group.channel, "settings zone", zone="여기")
    await group.mina.slash(group.channel, "settings zone", zone="UTC")
    await group.moderator.autocomplete(group.channel, "settings zone", "zone", "")

    assert (await page(group)).acts == ()


async def test_a_button_is_kept_by_its_label_and_a_form_by_what_was_typed(group: Group) -> None:
    form = await group.moderator.slash(
        group.channel, "settings announce at", when="내일 20:00", channel=group.channel
    )
    await group.moderator.submit_modal(form, {"text": "모임이 있어요. " * 20})
    listed = await group.moderator.slash(group.channel, "settings announce list")
    await group.moderator.click(answered(listed), label=KO("announce-cancel", number=1))

    pressed, sent = (await page(group)).acts
    assert (pressed.via, dict(pressed.details)["label"]) == (Via.PRESS, "1번 취소")
    assert dict(pressed.details)["title"] == KO("announce-list")
    assert (sent.via, sent.name) == (Via.FORM, "announce-at")
    assert dict(sent.details)["text"].startswith("모임이 있어요.")
    assert len(dict(sent.details)["text"]) <= 80


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_moderators_read_it_in_their_language(group: Group, language: str) -> None:
    await group.moderator.slash(group.channel, "language", language=language)
    await group.moderator.slash(group.channel, "settings notice-channel", channel=group.channel)

    shown = await group.moderator.slash(group.channel, "settings audit")

    say, said = voice(language), words_of(answered(shown))
    assert answered(shown).flags.ephemeral
    assert f"`/{say('command-settings')} {say('command-settings-notice-channel')}`" in said
    assert f"<#{group.channel.id}>" in said
    assert "**" not in said
    assert "운영자" in said


async def test_its_pages_turn_and_only_for_moderators(group: Group) -> None:
    for number in range(PAGE + 2):
        zone = ("UTC", "Asia/Seoul")[number % 2]
        await group.moderator.slash(group.channel, "settings zone", zone=zone)
    shown = answered(await group.moderator.slash(group.channel, "settings audit"))

    await group.moderator.click(shown, label=KO("audit-older"))
    seen = group.channel.history(viewer=group.moderator)
    turned = next(message for message in seen if message.id == shown.id)
    refused = await group.mina.slash(group.channel, "settings audit")

    assert words_of(turned).count("<t:") == 2
    assert words_of(answered(refused)) == KO("refusal-not-moderator")
    own = answered(await group.mina.slash(group.channel, "help"))
    part = {"type": 2, "custom_id": buttons.page(0), "style": 2, "label": "옛 버튼"}
    kept = group.env.backend.messages[group.channel.id][own.id]
    kept.components = [{"type": 1, "components": [part]}]
    pressed = await group.mina.click(own, custom_id=buttons.page(0))
    assert words_of(answered(pressed)) == KO("refusal-not-moderator")


async def test_a_page_beyond_the_last_is_the_last(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone="UTC")

    assert (await page(group, 10**12)).number == 0
    assert len((await page(group, 10**12)).acts) == 1


async def test_it_is_kept_once_and_apart_from_other_servers(group: Group) -> None:
    act = Act(5, GuildId(1), MemberId(2), group.clock.now(), Via.PRESS, "up")
    async with group.bot.storage.work() as work:
        await service.keep(work, act)
        await service.keep(work, act)
        await work.commit()
        elsewhere = await service.page(work, GuildId(1), 0)

    assert elsewhere.acts == (act,)
    assert (await page(group)).acts == ()


async def test_it_goes_after_ninety_days(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone="UTC")

    days = {}
    for later in (89, 91):
        now = group.clock.now() + timedelta(days=later)
        async with group.bot.storage.work() as work:
            await privacy.expire(work, group.bot.parts.register, now)
            await work.commit()
        days[later] = len((await page(group)).acts)

    assert days == {89: 1, 91: 0}


async def test_who_asks_to_be_forgotten_is_unnamed_in_it(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone="UTC")
    asked = await group.moderator.slash(group.channel, "privacy delete")
    await group.moderator.click(answered(asked), custom_id="1:privacy-delete")

    [act] = (await page(group)).acts
    shown = await group.moderator.slash(group.channel, "settings audit")
    assert act.member == NOBODY
    assert KO("audit-unnamed") in words_of(answered(shown))
