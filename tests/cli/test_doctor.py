"""``python -m bot doctor``: a line each: ✓, or what to do; without a token and a network too."""

from pathlib import Path
from types import SimpleNamespace

import discord
import pytest

from bot.answers.embedder import ModelUnavailable
from bot.cli import doctor_discord, doctor_machine, doctor_storage
from tests.support.command_line import APPLICATION, TOKEN, CommandLine, Ended
from tests.support.filled import asked


def lines(ended: Ended) -> dict[str, str]:
    """Return the mark of each line by the word it begins with."""
    told = [line.split(" ", 2) for line in ended.out.splitlines()[:-1]]
    return {name.rstrip(":"): mark for mark, name, *_ in told}


def test_without_token_and_network_it_says_what_it_could_not_check(command: CommandLine) -> None:
    ended = command("doctor", "--lang", "en")

    found = lines(ended)
    assert ended.code == 1
    assert (found["Settings"], found["Token"], found["Discord"]) == ("✓", "✗", "·")
    assert found["Notes"] == found["Font"] == found["Memory"] == found["Disk"] == "✓"
    assert ended.out.endswith("1 thing to mend (✗).\n")
    assert list(command.home.iterdir()) == []


def test_it_speaks_korean(command: CommandLine) -> None:
    ended = command("doctor", "--lang", "ko")

    found = lines(ended)
    assert (found["설정"], found["토큰"]) == ("✓", "✗")
    assert "고칠 것이 1가지 있어요" in ended.out


def test_with_all_in_order_it_says_so(command: CommandLine) -> None:
    command.set("DISCORD_TOKEN", TOKEN)
    command("db", "upgrade")
    command("db", "backup")

    ended = command("doctor", "--offline", "--lang", "en")

    assert ended.code == 0
    assert "✗" not in ended.out
    assert ended.out.endswith("All is well.\n")
    assert f"client_id={APPLICATION}" in ended.out
    assert TOKEN not in ended.everything
    assert TOKEN.split(".")[1] not in ended.everything


def test_a_malformed_setting_is_told_and_nothing_else_is_looked_at(command: CommandLine) -> None:
    command.set("DATABASE_URL", "mysql://doran:hunter2@localhost/doran")

    ended = command("doctor", "--lang", "en")

    assert ended.code == 1
    assert lines(ended) == {"Settings": "✗"}
    assert "hunter2" not in ended.everything


@pytest.mark.parametrize(
    ("fault", "mark", "told"),
    [
        (discord.LoginFailure(f"Improper token {TOKEN}"), "✗", "Reset Token"),
        (OSError("no route"), "·", "could not be checked"),
        (TimeoutError(), "·", "could not be checked"),
    ],
)
def test_what_discord_says_of_the_token_is_told_without_it(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch, fault: Exception, mark: str, told: str
) -> None:
    async def login(_client: discord.Client, _token: str) -> None:
        raise fault

    monkeypatch.setattr(discord.Client, "login", login)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("doctor", "--lang", "en")

    assert lines(ended)["Discord"] == mark
    assert told in ended.out
    assert TOKEN not in ended.everything


@pytest.mark.parametrize(
    ("endpoint", "grant", "told"),
    [
        ("https://elsewhere.example", False, "Interactions Endpoint URL"),
        (None, True, "Code Grant"),
        (None, False, "lets 도란 in, which is in 3 servers"),
    ],
)
def test_what_keeps_an_application_from_working_is_found(
    command: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    endpoint: str | None,
    grant: bool,
    told: str,
) -> None:
    async def login(_client: discord.Client, _token: str) -> None:
        return None

    async def application_info(_client: discord.Client) -> SimpleNamespace:
        return SimpleNamespace(
            name="도란",
            approximate_guild_count=3,
            interactions_endpoint_url=endpoint,
            bot_require_code_grant=grant,
        )

    monkeypatch.setattr(discord.Client, "login", login)
    monkeypatch.setattr(discord.Client, "application_info", application_info)
    command.set("DISCORD_TOKEN", TOKEN)

    ended = command("doctor", "--lang", "en")

    assert told in ended.out
    assert (ended.code == 0) == (endpoint is None and not grant)
    assert doctor_discord.PATIENCE_S < 30


@pytest.mark.parametrize(
    ("ail", "told"),
    [("newer", "ffff is newer"), ("damaged", "malformed"), ("foreign", "there is none yet")],
)
def test_an_ailing_database_is_told_and_left_alone(
    command: CommandLine, ail: str, told: str
) -> None:
    command("db", "upgrade")
    file = command.home / "data" / "doran.db"
    if ail == "newer":
        asked(file, "UPDATE alembic_version SET version_num = 'ffff'")
    elif ail == "damaged":
        file.write_bytes(file.read_bytes()[:9000])
    else:
        file.unlink()
        file.touch()

    ended = command("doctor", "--offline", "--lang", "en")

    assert told in ended.out
    assert ended.code == 1


def test_broken_notes_missing_room_and_memory_are_told(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    topic = command.home / "notes" / "linux"
    topic.mkdir(parents=True)
    (topic / "topic.yaml").write_text("titel: 리눅스\n", "utf-8")
    command.set("CONTENT_DIR", str(topic.parent))
    monkeypatch.setattr(doctor_storage, "LEAST_FREE_MB", 10**9)
    monkeypatch.setattr(doctor_machine, "NEEDED_MB", 10**9)

    ended = command("doctor", "--lang", "en")

    found = lines(ended)
    assert (found["Notes"], found["Disk"], found["Memory"]) == ("✗", "✗", "✗")
    assert "content check" in ended.out


def test_a_model_that_cannot_be_used_is_told_with_the_way_out(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise ModelUnavailable("this processor lacks avx2")

    monkeypatch.setattr(doctor_machine, "BundledEmbedder", missing)
    ill = command("doctor", "--lang", "en")
    command.set("ANSWERS_MODEL", "off")
    off = command("doctor", "--lang", "en")

    assert (lines(ill)["Model"], lines(off)["Model"]) == ("✗", "✓")
    assert "avx2" in ill.out
    assert "ANSWERS_MODEL=off" in ill.out


def test_the_health_of_a_bot_that_is_not_there_is_told(command: CommandLine) -> None:
    unset = command("health")
    command.set("METRICS_PORT", "1")
    alone = command("health")

    assert (unset.code, alone.code) == (2, 1)
    assert "METRICS_PORT is not set" in unset.err
    assert "no answer on port 1" in alone.err
