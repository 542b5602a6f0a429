"""A wrong setting is one line that names it, never its value, and exit code 2."""

import pytest

from bot.settings import BadSettings, load_settings
from tests.support.command_line import TOKEN, CommandLine


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://doran:hunter2@localhost/doran"),
        ("DATABASE_URL", "hunter2"),
        ("DATABASE_URL", "postgresql+asyncpg://doran:hunter2@localhost:port/doran"),
        ("DATABASE_URL", "postgresql+asyncpg://doran:hunter2@localhost:99999999/doran"),
        ("DATABASE_URL", "postgresql+asyncpg://doran:hunter2@[::1/doran"),
        ("DATABASE_URL", "postgresql://doran:hunter2@localhost"),
        ("DATABASE_URL", "sqlite:////"),
        ("OPERATOR_IDS", "hunter2"),
        ("OPERATOR_IDS", "1234;5678"),
        ("OPERATOR_IDS", "１２３"),
        ("LOG_LEVEL", "hunter2"),
        ("LOG_FORMAT", "hunter2"),
    ],
)
def test_a_wrong_setting_is_named_without_its_value(
    command: CommandLine, name: str, value: str
) -> None:
    command.set("DISCORD_TOKEN", TOKEN)
    command.set(name, value)

    ended = command("run")

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert name in ended.err
    assert value not in ended.everything
    assert "hunter2" not in ended.everything


def test_every_wrong_setting_is_named_at_once(command: CommandLine) -> None:
    command.set("OPERATOR_IDS", "x")
    command.set("LOG_LEVEL", "x")

    ended = command("run")

    assert "OPERATOR_IDS" in ended.err
    assert "LOG_LEVEL" in ended.err


def test_settings_show_no_secret(command: CommandLine) -> None:
    command.set("DISCORD_TOKEN", TOKEN)
    command.set("DATABASE_URL", "postgres://doran:hunter%402@localhost/doran")

    settings = load_settings()

    for shown in (repr(settings), str(settings), repr(settings.model_dump())):
        assert TOKEN not in shown
        assert "hunter" not in shown
    assert settings.secrets() == (
        TOKEN,
        "postgresql+asyncpg://doran:hunter%402@localhost/doran",
        "hunter%402",
        "hunter@2",
    )


def test_settings_come_from_the_env_file_and_the_environment_comes_first(
    command: CommandLine,
) -> None:
    (command.home / ".env").write_text("OPERATOR_IDS=1, 2,\nLOG_LEVEL=debug\nUNKNOWN=x\n", "utf-8")
    command.set("LOG_LEVEL", "error")

    settings = load_settings()

    assert settings.operator_ids == {1, 2}
    assert settings.log_level == "error"


def test_an_env_file_that_is_not_utf8_is_told(command: CommandLine) -> None:
    (command.home / ".env").write_bytes("LOG_LEVEL=정보".encode("cp949"))

    with pytest.raises(BadSettings, match="UTF-8"):
        load_settings()
