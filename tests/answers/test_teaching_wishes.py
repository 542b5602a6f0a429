"""Who asked is told once, privately, when there is an answer."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import discord
import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import text

from bot.answers.embedder_model import Model
from bot.discord_ui.words import voice
from tests.answers.real import (
    KO,
    OURS,
    ask,
    choose,
    inbox,
    newest,
    press,
    private_messages,
    real_group,
    rows,
    shown,
    title,
    wait,
)
from tests.notes.shelf import Shelf
from tests.support.group import Group
from tests.support.told import answered, labels, words_of

EN = voice("en")


class Alike:
    """A model to which all texts mean the same."""

    name = "alike-1"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.full((len(texts), 4), 0.5, dtype=np.float32)


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """The group, with the real index."""
    async with real_group(tmp_path) as opened:
        yield opened


async def wished(group: Group, question: str = OURS) -> discord.Message:
    """Have Mina ask, and wish to be told; return the answer she pressed on."""
    message = await ask(group, group.mina, question)
    result = await group.mina.click(message, label=KO("wish-button"))
    assert answered(result).content == KO("wish-kept")
    assert result.ephemeral
    return message


async def teach(group: Group, concept: str = "docker") -> None:
    """Have the moderator teach what waits first."""
    await choose(group, await inbox(group), concept)
    await wait(group)


async def test_who_asked_is_told_once_privately_with_the_answer(group: Group) -> None:
    await wished(group)
    assert private_messages(group.mina) == []

    await teach(group)
    await wait(group)
    await group.restart()
    await wait(group)

    (message,) = private_messages(group.mina)
    assert KO("wish-found", text=OURS) in words_of(message)
    assert title(message) == "도커 · Docker"
    assert not message.flags.suppress_notifications
    assert private_messages(group.jun) == []


async def test_teaching_it_again_tells_nobody_twice(group: Group) -> None:
    message = await wished(group)
    await teach(group)
    opened = answered(await group.moderator.slash(group.channel, "inbox"))
    assert opened.content == KO("inbox-empty")
    again = await group.mina.click(message, label=KO("wish-button"))
    assert answered(again).content == KO("wish-kept")
    lessons = answered(await group.moderator.slash(group.channel, "inbox"))
    assert lessons.content == KO("inbox-empty")
    await wait(group)

    assert len(private_messages(group.mina)) == 1


async def test_a_wish_for_a_near_variant_is_granted_too(group: Group) -> None:
    await ask(group, group.jun, OURS)
    await wished(group, "우리 고래 로고 그거 뭐예요?")

    await teach(group)

    assert len(private_messages(group.mina)) == 1


async def test_a_reload_of_the_notes_grants_wishes(group: Group) -> None:
    # Mina asked before the group's bot knew of hypervisors, as it were.
    await wished(group)
    async with group.bot.storage.work() as work:
        await work.session.execute(text("UPDATE question SET text = '하이퍼바이저가 뭐야?'"))
        await work.commit()

    await group.bot.reload_notes()
    await wait(group)
    await group.bot.reload_notes()
    await wait(group)

    (message,) = private_messages(group.mina)
    assert title(message) == "하이퍼바이저 · Hypervisor"


async def test_a_new_version_of_the_notes_at_start_up_grants_wishes(group: Group) -> None:
    await wished(group)
    async with group.bot.storage.work() as work:
        await work.session.execute(text("UPDATE question SET text = '커널이 뭐야?'"))
        await work.commit()

    await group.restart()
    await wait(group)

    (message,) = private_messages(group.mina)
    assert title(message) == "커널 · Kernel"


async def test_what_is_said_not_to_be_ours_tells_nobody(group: Group) -> None:
    await wished(group)

    await press(group, await inbox(group), KO("teach-outside"))
    await wait(group)

    assert private_messages(group.mina) == []


async def test_who_thinks_again_is_not_told(group: Group) -> None:
    message = await ask(group, group.mina, OURS)
    kept = answered(await group.mina.click(message, label=KO("wish-button")))

    await group.mina.click(kept, label=KO("wish-stop"))
    await teach(group)

    assert private_messages(group.mina) == []
    assert await rows(group, "SELECT count(*) FROM answer_wish") == [(0,)]


async def test_one_press_on_the_message_ends_all_such_messages(group: Group) -> None:
    await wished(group)
    await wished(group, "양자 얽힘이 뭐예요?")
    await choose(group, await inbox(group), "docker")
    await wait(group)
    (message,) = private_messages(group.mina)

    result = await group.mina.user.click(message, label=KO("wish-stop-all"))
    again = await group.mina.user.click(message, label=KO("wish-stop-all"))
    await teach(group)

    assert KO("wish-stopped", count=1) == answered(result).content
    assert KO("wish-stopped", count=0) == answered(again).content
    # The newest was taught first; the other one is taught when nobody waits any more.
    assert all(OURS not in words_of(each) for each in private_messages(group.mina))


async def test_somebody_else_cannot_wish_for_it(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} {OURS}")

    result = await group.jun.click(newest(group), label=KO("wish-button"))

    assert answered(result).content == KO("refusal-not-the-asker")
    assert result.ephemeral


async def test_an_answer_called_wrong_can_be_waited_for(group: Group) -> None:
    message = await ask(group, group.mina, "도커가 뭐야?")
    down = answered(await group.mina.click(message, label="👎"))
    await group.mina.click(down, label=KO("wish-button"))

    # The present notes still say what was called wrong: that is no news.
    await group.bot.reload_notes()
    await wait(group)
    assert private_messages(group.mina) == []
    await teach(group, "docker-engine")

    assert len(private_messages(group.mina)) == 1


async def test_in_direct_messages_there_is_nobody_to_teach_it(group: Group) -> None:
    await group.mina.send_dm(OURS)

    last = private_messages(group.mina)[-1]
    assert KO("gap") in words_of(last)
    assert KO("wish-button") not in labels(last)


async def test_the_message_speaks_the_members_own_language(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")
    message = await ask(group, group.mina, OURS)
    await group.mina.click(message, label=EN("wish-button"))

    await teach(group)

    (told,) = private_messages(group.mina)
    assert EN("wish-found", text=OURS) in words_of(told)
    assert EN("wish-stop-all") in labels(told)


@pytest.mark.parametrize(
    "odd", ["무지개 " * 450, "@everyone 무지개표", "무지\ud83d개표", "**무지개** `표`"]
)
async def test_odd_questions_come_back_safely(group: Group, odd: str) -> None:
    await group.mina.send(group.channel, f"{group.mention} {odd}")
    await group.mina.click(newest(group), label=KO("wish-button"))

    await teach(group, "kernel")

    for message in private_messages(group.mina):
        assert not message.mention_everyone
        assert "@everyone" not in words_of(message)
        assert "**무지개**" not in words_of(message)
    assert shown(group, newest(group)) is not None


async def test_an_answer_in_the_servers_own_note_is_shown_with_its_source(group: Group) -> None:
    shelf = Shelf(group)
    await wished(group, "UDP가 뭐야?")

    await shelf.publish()
    await wait(group)
    await wait(group)

    (message,) = private_messages(group.mina)
    assert "UDP" in title(message)
    assert KO("wish-found", text="UDP가 뭐야?") in words_of(message)
    assert KO("wish-found-gone", text="UDP가 뭐야?") not in words_of(message)
    assert "이 서버의 노트" in (message.embeds[0].footer.text or "")


async def test_a_model_that_has_finished_loading_grants_wishes(group: Group) -> None:
    # What words could not answer, as it were.
    await wished(group)
    async with group.bot.storage.work() as work:
        await work.session.execute(text("UPDATE question SET text = '하이퍼바이저가 뭐야?'"))
        await work.commit()
    before = private_messages(group.mina)
    model = Model(Alike(), None)

    await group.bot.notes.learn_meaning(lambda: model)
    await wait(group)

    (message,) = private_messages(group.mina)
    assert before == []
    assert title(message) == "하이퍼바이저 · Hypervisor"
