"""/privacy and /settings retention, in a server and in direct messages."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.discord_ui.custom_ids import custom_id
from bot.ids import GuildId, MemberId
from bot.privacy import service
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, labels, words_of


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A group in which plain members see the moderators' commands, too."""
    async with study_group(sqlite_url(tmp_path)) as opened:
        for command in opened.env.backend.commands[None].values():
            command["default_member_permissions"] = None
        yield opened


async def kept(group: Group) -> set[str]:
    """Return the tables that still know Mina."""
    async with group.bot.storage.reading() as work:
        guild, mina = GuildId(group.guild.id), MemberId(group.mina.id)
        return set(await service.kept(work, group.bot.parts.register, mina, guild))


async def test_a_member_gets_all_of_theirs_as_a_file_and_nobody_elses(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    await group.jun.slash(group.channel, "ask", question="커널이 뭐야?")

    shown = await group.mina.slash(group.channel, "privacy show")

    [file] = answered(shown).attachments
    found = json.loads(await file.read())
    assert shown.ephemeral
    assert [row["text"] for row in found["question"]] == ["도커가 뭐야?"]
    assert str(group.jun.id) not in json.dumps(found)


async def test_who_left_nothing_is_told_so(group: Group) -> None:
    shown = await group.seo.slash(group.channel, "privacy show")

    assert "남아 있는 것이 없어요" in words_of(answered(shown))
    assert answered(shown).attachments == []


async def test_deleting_asks_once_and_then_leaves_nothing(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    asked = await group.mina.slash(group.channel, "privacy delete")
    before = await kept(group)

    await group.mina.click(answered(asked), label="모두 지우기")

    shown = next(m for m in group.channel.history(viewer=group.mina) if m.id == answered(asked).id)
    assert "question" in before
    assert await kept(group) == set()
    assert "모두 지웠어요" in words_of(shown)
    assert labels(shown) == []


async def test_thinking_better_of_it_leaves_everything(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    asked = await group.mina.slash(group.channel, "privacy delete")

    await group.mina.click(answered(asked), label="그대로 두기")

    assert "question" in await kept(group)


async def test_in_direct_messages_it_covers_every_server(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    asked = await group.mina.user.slash("privacy delete")

    await group.mina.user.click(answered(asked), label="모두 지우기")

    assert await kept(group) == set()


async def test_a_moderator_deletes_what_somebody_asked_them_to(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    await group.jun.slash(group.channel, "ask", question="커널이 뭐야?")
    asked = await group.moderator.slash(group.channel, "settings forget", member=group.mina.user)
    question, before = words_of(answered(asked)), await kept(group)

    await group.moderator.click(answered(asked), label="모두 지우기")

    audit = await group.moderator.slash(group.channel, "settings audit")
    shown = group.channel.history(viewer=group.moderator)
    [told] = [m for m in shown if m.id == answered(asked).id]
    assert f"<@{group.mina.id}> 님이" in question
    assert "question" in before
    assert await kept(group) == set()
    assert "모두 지웠어요" in words_of(told)
    assert "'모두 지우기' 누름" in words_of(answered(audit))
    assert "미나" not in words_of(answered(audit))
    own = await group.jun.slash(group.channel, "privacy show")
    assert answered(own).attachments != []


async def test_a_second_press_and_a_forged_one_delete_nothing_more(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    asked = answered(
        await group.moderator.slash(group.channel, "settings forget", member=group.mina.user)
    )
    delete = custom_id("privacy-delete-of", group.mina.id)
    public = await group.bot.get_channel(group.channel.id).send("누구나 보는 글")  # type: ignore[union-attr]
    stored = group.env.backend.messages[group.channel.id][public.id]
    part = {"type": 2, "custom_id": delete, "style": 4, "label": "모두 지우기"}
    stored.components = [{"type": 1, "components": [part]}]
    forged = await group.moderator.click(public, custom_id=delete)
    strange = await group.jun.click(public, custom_id=delete)
    before = await kept(group)

    await group.moderator.click(asked, label="모두 지우기")
    again = await group.moderator.slash(group.channel, "settings forget", member=group.mina.user)
    await group.moderator.click(answered(again), label="모두 지우기")

    shown = group.channel.history(viewer=group.moderator)
    [told] = [m for m in shown if m.id == answered(again).id]
    assert "이제 쓸 수 없어요" in words_of(answered(forged))
    assert "운영자만" in words_of(answered(strange))
    assert "question" in before
    assert words_of(told) == "이 서버에 남아 있는 것이 없어요."


async def test_nobody_else_deletes_what_is_somebody_s(group: Group) -> None:
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    refused = await group.jun.slash(group.channel, "settings forget", member=group.mina.user)

    assert "운영자만" in words_of(answered(refused))
    assert "question" in await kept(group)


async def test_a_moderator_chooses_how_long_what_is_kept(group: Group) -> None:
    seen = await group.moderator.slash(group.channel, "settings retention")
    changed = await group.moderator.slash(
        group.channel, "settings retention", kind="retention-questions", days="days-90"
    )
    refused = await group.mina.slash(
        group.channel, "settings retention", kind="retention-questions", days="days-30"
    )

    assert "365일" in words_of(answered(seen))
    assert "저장했어요" in words_of(answered(changed))
    assert "90일" in words_of(answered(changed))
    assert "운영자만" in words_of(answered(refused))


async def test_the_same_in_english(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")
    await group.mina.slash(group.channel, "ask", question="도커가 뭐야?")
    shown = await group.mina.slash(group.channel, "privacy show")
    asked = await group.mina.slash(group.channel, "privacy delete")

    assert "The file has everything kept on you" in words_of(answered(shown))
    assert labels(answered(asked)) == ["Delete it all", "Leave it"]


async def test_it_tidies_up_once_a_day_by_itself(group: Group) -> None:
    async with group.bot.storage.reading() as work:
        first = await service.next_tidying(work, "tidying")
    await group.env.advance_time(25 * 3600)
    async with group.bot.storage.reading() as work:
        second = await service.next_tidying(work, "tidying")

    assert first is not None
    assert second is not None
    assert second > first
