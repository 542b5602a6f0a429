""".env.example is all that an operator needs to know about settings."""

import re
from pathlib import Path

from bot.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"
SETTING = re.compile(r"^#? ?([A-Z][A-Z0-9_]*)=")


def lines() -> list[str]:
    return [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]


def settings_named() -> list[str]:
    return [found[1] for line in lines() if (found := SETTING.match(line))]


def test_the_example_names_exactly_the_settings_that_are_read() -> None:
    assert sorted(settings_named()) == sorted(name.upper() for name in Settings.model_fields)


def test_each_setting_has_one_comment_line_above_it() -> None:
    for above, line in zip(["", *lines()], lines(), strict=False):
        if SETTING.match(line):
            assert above.startswith("# "), line
            assert not SETTING.match(above), line


def test_the_example_copied_as_it_is_changes_nothing() -> None:
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)
