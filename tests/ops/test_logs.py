"""Log lines: one an event, as JSON or for a person, never with a secret."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.discord_ui.outcomes import Stopwatch
from bot.ops.logs import HIDDEN, SecretFilter, set_up_logs

SECRET = "MTIz.hush.very-secret"


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Put the process's logs back after the test."""
    root = logging.getLogger()
    handlers, level, before = root.handlers, root.level, structlog.get_config()
    yield
    structlog.configure(**before)
    root.handlers = handlers
    root.setLevel(level)


def test_an_interaction_is_one_json_line_with_kind_time_and_outcome(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("json", "info")

    Stopwatch("command", "ask", guild=7).stop("ok")

    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert told["event"] == "interaction"
    assert (told["kind"], told["name"], told["guild"]) == ("command", "ask", 7)
    assert (told["outcome"], told["level"]) == ("ok", "info")
    assert told["ms"] >= 0
    assert told["timestamp"].endswith("Z")


def test_an_interaction_is_one_line_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("console", "info")

    Stopwatch("press", "up", guild=None).stop("refused", refusal="QuestionGone")

    (line,) = capsys.readouterr().err.splitlines()
    for part in ("interaction", "kind=press", "name=up", "outcome=refused", "ms="):
        assert part in line


def test_a_failed_interaction_has_its_reference_and_its_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("json", "info")

    try:
        raise RuntimeError("옆으로 넘어졌어요")
    except RuntimeError as error:
        Stopwatch("modal", "ask-on-sent", guild=7).fail(error, "0a1b2c3d")

    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert told["reference"] == "0a1b2c3d"
    assert told["outcome"] == "error"
    assert "Traceback" in told["exception"]
    assert "옆으로 넘어졌어요" in told["exception"]


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_secret_is_hidden_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    set_up_logs("json" if form == "json" else "console", "info", secrets=(SECRET, ""))
    log = structlog.get_logger("doran.test")
    try:
        raise RuntimeError(f"Authorization: Bot {SECRET}")
    except RuntimeError as error:
        log.error(f"with {SECRET}", exc_info=error)
        logging.getLogger("discord.http").error("sent %s", SECRET, exc_info=error)
    log.info("nested", headers={"Authorization": [SECRET]}, error=ValueError(SECRET))
    logging.getLogger("sqlalchemy").warning({"url": SECRET})

    written = capsys.readouterr().err

    assert SECRET not in written
    assert written.count(HIDDEN) >= 6
    assert "Traceback" in written


@pytest.mark.parametrize("form", ["json", "console"])
def test_lines_of_libraries_look_like_ours(capsys: pytest.CaptureFixture[str], form: str) -> None:
    set_up_logs("json" if form == "json" else "console", "info")

    logging.getLogger("discord.client").warning("%s is ready", "도란")

    (line,) = capsys.readouterr().err.splitlines()
    assert "도란 is ready" in line
    assert "discord.client" in line


def test_chatty_libraries_are_quiet_at_info(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json", "info")

    logging.getLogger("discord.http").info("GET /users/@me")
    logging.getLogger("doran").debug("too fine")

    assert capsys.readouterr().err == ""


def test_numbers_and_nothing_stay_what_they_are() -> None:
    event = {"ms": 1.5, "guild": None, "ok": True, "count": 3, "_record": object()}

    assert SecretFilter((SECRET,))(None, "info", dict(event)) == event
