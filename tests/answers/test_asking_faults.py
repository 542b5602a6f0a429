"""When something fails, the member is told privately, and the log can be searched for it."""

import logging
import re
from collections.abc import AsyncIterator

import discord
import pytest
import structlog
from sqlalchemy import text
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.discord_ui.words import voice
from bot.storage.work import Storage
from tests.support.databases import only_on_sqlite
from tests.support.group import Group
from tests.support.told import WHAT_IS, answered

pytestmark = only_on_sqlite
KO = voice("ko")
SECRETLY = "비밀스러운질문하이퍼바이저"
REFERENCE = re.compile(r"`([0-9a-f]{8})`")


async def break_table(group: Group, table: str) -> None:
    """Make the very statement fail that stores a row in ``table``."""
    failing = (
        f"CREATE TRIGGER broken_{table} BEFORE INSERT ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the table is broken'); END"
    )
    async with group.bot.storage.work() as work:
        await work.session.execute(text(failing))
        await work.commit()


@pytest.fixture
async def broken(group: Group) -> AsyncIterator[Group]:
    """The group, with a database that takes no question and no verdict."""
    await break_table(group, "question")
    await break_table(group, "answer_feedback")
    yield group
    assert group.env.errors is not None  # what reached discord.py is read, and so expected


def rendered(lines: list[EventDict]) -> str:
    """Return the log lines as text, tracebacks included."""
    return "\n".join(
        str(structlog.processors.format_exc_info(None, "error", dict(line))) for line in lines
    )


def reference_in(content: str) -> str:
    """Return the number that the member was shown."""
    found = REFERENCE.search(content)
    assert found is not None, content
    return found[1]


async def test_a_failing_command_is_told_privately_and_found_in_the_log(broken: Group) -> None:
    with capture_logs() as lines:
        result = await broken.mina.slash(broken.channel, "ask", question=SECRETLY)

    assert result.ephemeral
    failed = next(line for line in lines if line.get("outcome") == "error")
    assert failed["reference"] == reference_in(answered(result).content)
    assert "the table is broken" in rendered(lines)
    assert "Traceback" in rendered(lines)


async def test_a_failing_mention_is_told_and_found_in_the_log(broken: Group) -> None:
    with capture_logs() as lines:
        await broken.mina.send(broken.channel, f"{broken.mention} {SECRETLY}")

    told = broken.channel.history()[-1].content
    failed = next(line for line in lines if line.get("outcome") == "error")
    assert failed["reference"] == reference_in(told)
    assert failed["kind"] == "message"


async def test_no_log_line_holds_what_was_asked_not_even_a_failed_statement(
    broken: Group, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as lines:
        await broken.mina.slash(broken.channel, "ask", question=SECRETLY)
        await broken.mina.send(broken.channel, f"{broken.mention} {SECRETLY}")

    assert "the table is broken" in rendered(lines)
    assert SECRETLY not in rendered(lines) + caplog.text


async def test_a_failing_press_is_told_privately_and_found_in_the_log(group: Group) -> None:
    asked = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    form = await group.mina.click(answered(asked), label=KO("answer-ask-on"))
    await break_table(group, "question")
    await break_table(group, "answer_feedback")

    with capture_logs() as lines:
        press = await group.mina.click(answered(asked), label="👍")
        modal = await group.mina.submit_modal(form, {"question": SECRETLY})

    for result, kind in ((press, "press"), (modal, "modal")):
        assert result.ephemeral
        shown = reference_in(answered(result).content)
        (failed,) = (line for line in lines if line.get("reference") == shown)
        assert failed["kind"] == kind


async def test_a_locked_database_is_told_as_a_queue_and_nothing_changed(group: Group) -> None:
    async with Storage(group.url) as other, other.work():
        with capture_logs() as lines:
            result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    assert result.ephemeral
    assert answered(result).content == KO("refusal-busy-storage")
    assert [line["outcome"] for line in lines] == ["refused"]


async def test_a_database_that_is_gone_still_leaves_a_sentence(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(group.bot.storage, "reading", gone)
    monkeypatch.setattr(group.bot.storage, "work", gone)

    with capture_logs() as lines:
        result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
        await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")

    assert group.env.errors
    told = [answered(result).content, group.channel.history()[-1].content]
    shown = [line["reference"] for line in lines if line["outcome"] == "error"]
    assert [reference_in(sentence) for sentence in told] == shown


async def test_a_channel_where_it_may_not_answer_leaves_no_traceback(
    group: Group, caplog: pytest.LogCaptureFixture
) -> None:
    mute = group.guild.create_text_channel(
        "조용한 방",
        overwrites={group.guild.roles["TestBot"]: discord.PermissionOverwrite(send_messages=False)},
    )

    with capture_logs() as lines:
        await group.mina.send(mute, f"{group.mention} {WHAT_IS}")

    assert [message.author.id for message in mute.history()] == [group.mina.id]
    assert [line["outcome"] for line in lines] == ["forbidden"]
    assert not any("exc_info" in line for line in lines)
    assert "Traceback" not in caplog.text


async def test_a_question_deleted_before_its_answer_leaves_only_a_log_line(group: Group) -> None:
    group.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=2)

    with capture_logs() as lines:
        await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")

    assert [line["outcome"] for line in lines] == ["error"]
    assert len(group.channel.history()) == 1


async def test_every_interaction_is_one_line_with_kind_time_and_outcome_and_no_text(
    group: Group, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with capture_logs() as lines:
        result = await group.mina.slash(group.channel, "ask", question=SECRETLY)
        await group.mina.send(group.channel, f"{group.mention} {SECRETLY}")
        await group.mina.send_dm(SECRETLY)
        form = await group.mina.click(answered(result), label=KO("answer-ask-on"))
        await group.mina.submit_modal(form, {"question": SECRETLY})
        said = await group.jun.send(group.channel, SECRETLY)
        await group.mina.context_menu(group.channel, "Find in the notes", said)
        await group.mina.autocomplete(group.channel, "ask", "question", SECRETLY)

    seen = [(line["kind"], line["name"], line["outcome"]) for line in lines]
    assert seen == [
        ("command", "ask", "ok"),
        ("message", "ask", "ok"),
        ("direct", "ask", "ok"),
        ("press", "ask-on", "ok"),
        ("modal", "ask-on-sent", "ok"),
        ("command", "Find in the notes", "ok"),
    ]
    assert all(line["ms"] >= 0 for line in lines)
    assert SECRETLY not in rendered(lines) + caplog.text


async def test_a_command_that_is_gone_is_told_as_changed(group: Group) -> None:
    group.bot.tree.remove_command("ask")

    with capture_logs() as lines:
        result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    assert group.env.errors
    assert result.ephemeral
    assert answered(result).content == KO("refusal-changed-command")
    assert [line["outcome"] for line in lines] == ["refused"]
