"""Runs the command line inside the test's process, and keeps its settings to the test."""

import logging
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.cli import main
from bot.settings import Settings
from tests.support.group import CONTENT

APPLICATION = 123456789012345678
TOKEN = f"{urlsafe_b64encode(str(APPLICATION).encode()).decode()}.Gsecret.never-shown-anywhere"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def everything(self) -> str:
        """Return all that it wrote."""
        return self.out + self.err


class CommandLine:
    """``python -m bot …`` in an empty folder, with only the settings that the test gives."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
    ) -> None:
        """Begin in ``home``."""
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.home = home
        monkeypatch.chdir(home)
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv("CONTENT_DIR", str(CONTENT))
        # Wide enough that no line of the help is broken.
        monkeypatch.setenv("COLUMNS", "200")

    def set(self, name: str, value: str) -> None:
        """Set a setting in the environment."""
        self._monkeypatch.setenv(name, value)

    def __call__(self, *arguments: str) -> Ended:
        """Run the command; return how it ended."""
        self._monkeypatch.setattr(sys, "argv", ["bot", *arguments])
        code: object = 0
        try:
            main()
        except SystemExit as left:
            code = left.code or 0
        assert isinstance(code, int)
        out, err = self._capsys.readouterr()
        return Ended(code, out, err)


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[CommandLine]:
    """The command line; the process's logs are as before afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    with structlog.testing.capture_logs():
        pass  # so that structlog's configuration is a copy that is put back
    before = structlog.get_config()
    yield CommandLine(monkeypatch, capsys, tmp_path)
    structlog.configure(**before)
    root.handlers = handlers
    root.setLevel(level)
