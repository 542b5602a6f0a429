"""Operators have the notes read again, by a direct message; nothing breaks if they are broken."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.discord_ui.words import voice
from tests.support.databases import sqlite_url
from tests.support.group import CONTENT, Group, study_group
from tests.support.told import words_of

KO = voice("ko")


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A group whose notes may be edited; everybody in it is an operator but Seo-yeon."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    async with study_group(sqlite_url(tmp_path), content=content) as opened:
        cog = opened.bot.get_cog("AnswersCog")
        cog._operators = frozenset({opened.mina.id, opened.jun.id})  # type: ignore[union-attr]
        yield opened


def hypervisor(group: Group) -> Path:
    """Return the file of the concept that these tests edit."""
    return group.content / "docker-and-vm" / "concepts" / "hypervisor.md"


def told(group: Group) -> str:
    """Return what the bot last wrote to Mina."""
    return words_of(group.mina.user.dm_channel.history()[-1])


@pytest.mark.parametrize("word", ["reload", "Reload", " 다시 읽기 "])
async def test_an_operator_has_the_notes_read_again(group: Group, word: str) -> None:
    text = hypervisor(group).read_text("utf-8")
    hypervisor(group).write_text(text.replace("플랫폼이에요", "바탕이에요"), "utf-8")

    await group.mina.send_dm(word)

    library = group.bot.notes.edition.library
    concept = library.concept("hypervisor")
    assert concept is not None
    assert "바탕이에요" in concept.short.ko
    assert str(len(library.concepts)) in told(group)


async def test_a_broken_edit_keeps_the_old_notes_and_tells_each_fault(group: Group) -> None:
    before = group.bot.notes.edition
    text = hypervisor(group).read_text("utf-8")
    hypervisor(group).write_text(text.replace("related: [", "relatd: ["), "utf-8")

    await group.mina.send_dm("reload")

    assert group.bot.notes.edition is before
    assert KO("reload-broken", count=told(group).count("\n- ")) in told(group)
    assert "hypervisor.md:" in told(group).replace("\\", "")


async def test_faults_are_told_in_the_operators_language(group: Group) -> None:
    await group.mina.user.slash("language", language="en")
    hypervisor(group).write_text("", "utf-8")

    await group.mina.send_dm("reload")

    assert "the old notes stay in use" in told(group)
    assert not any("가" <= letter <= "힣" for letter in told(group))


async def test_anybody_else_just_gets_an_answer(group: Group) -> None:
    before = group.bot.notes.edition

    await group.seo.send_dm("reload")

    assert group.bot.notes.edition is before
    assert KO("gap") in words_of(group.seo.user.dm_channel.history()[-1])


async def test_in_a_channel_the_word_is_a_question_like_any_other(group: Group) -> None:
    before = group.bot.notes.edition

    await group.mina.send(group.channel, f"{group.mention} reload")

    assert group.bot.notes.edition is before


async def test_a_reload_by_signal_keeps_the_old_notes_too(group: Group) -> None:
    before = group.bot.notes.edition
    hypervisor(group).write_text("", "utf-8")

    await group.bot.reload_notes()

    assert group.bot.notes.edition is before
