"""`python -m bot content …` as a writer types it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.answers.embedder_cache import SHIPPED
from bot.cli.content import app
from tests.content.small_library import FILES, change, write_library

ROOT = Path(__file__).resolve().parents[2]
NOTE = Path(__file__).parent / "notes" / "web-server.md"
WAVE = "sea/concepts/wave.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_library(tmp_path / "content")


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_clean_content_ends_with_0_and_faults_with_1(content: Path) -> None:
    assert run("check", content) == (0, "", "고칠 곳이 없어요.\n")

    change(content / WAVE, "[tide]", "[tidw]")

    code, told, summary = run("check", content)
    assert code == 1
    assert told.startswith(f"{content / WAVE}:4: ")
    assert summary == "고칠 곳이 1군데 있어요.\n"


def test_faults_are_told_in_english_where_asked(content: Path) -> None:
    change(content / WAVE, "[tide]", "[tidw]")

    code, told, summary = run("check", content, "--lang", "en")

    assert code == 1
    assert "did you mean “tide”?" in told
    assert summary == "1 to mend.\n"


def test_missing_english_is_asked_for_with_an_option(content: Path) -> None:
    change(content / WAVE, "{ko: 파도, en: Wave}", "파도")

    assert run("check", content)[0] == 0
    assert run("check", content, "--english")[0] == 1


def test_a_folder_that_is_not_there_and_a_wrong_language_are_told(tmp_path: Path) -> None:
    assert run("check", tmp_path / "none")[0] == 1
    assert run("check", tmp_path, "--lang", "fr")[0] == 2


def test_stamp_writes_the_stamps_and_refuses_broken_content(content: Path) -> None:
    code, told, _ = run("stamp", content)
    assert (code, told.splitlines()[-1]) == (0, "2 items stamped")

    change(content / WAVE, "[tide]", "[tidw]")

    assert run("stamp", content)[0] == 1


def test_vectors_are_written_beside_the_notes_for_everyone_to_read(content: Path) -> None:
    code, told, _ = run("vectors", content)

    assert (code, told.endswith(" texts\n")) == (0, True)
    assert (content / SHIPPED).stat().st_mode & 0o444 == 0o444
    assert run("check", content)[0] == 0

    change(content / WAVE, "[tide]", "[tidw]")

    assert run("vectors", content)[0] == 1


def test_schema_writes_one_file_a_kind(tmp_path: Path) -> None:
    code, told, _ = run("schema", "--out", tmp_path / "schema")

    assert code == 0
    assert len(told.splitlines()) == len(list((tmp_path / "schema").glob("*.json"))) == 5


def test_a_dry_run_prints_the_plan_and_writes_nothing(tmp_path: Path) -> None:
    code, told, _ = run("import", NOTE, "--topic", "web", "--into", tmp_path / "c", "--dry-run")

    assert code == 0
    assert "concepts/load-balancer.md  로드 밸런서  65번째 줄" in told
    assert f"{NOTE}:12: 그림(웹)" in told
    assert not (tmp_path / "c").exists()


def test_an_import_writes_content_that_passes_and_is_not_repeated_unasked(tmp_path: Path) -> None:
    arguments = ("import", NOTE, "--topic", "web", "--into", tmp_path / "c", "--lang", "en")

    first, again, forced = run(*arguments), run(*arguments), run(*arguments, "--force")

    assert first[0] == 0
    assert "Written." in first[1]
    assert again[0] == 1
    assert "--force" in again[2]
    assert forced[0] == 0
    assert run("check", tmp_path / "c")[0] == 0


def test_watching_checks_again_on_a_change_and_ends_cleanly_on_ctrl_c(content: Path) -> None:
    command = [sys.executable, "-m", "bot", "content", "check", str(content), "--watch"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as watching:
        assert watching.stdout is not None
        try:
            assert "고칠 곳이 없어요." in watching.stdout.readline()
            (content / WAVE).write_text(FILES[WAVE].replace("[tide]", "[tidw]"), encoding="utf-8")
            assert f"{WAVE}:4:" in watching.stdout.readline()
            assert "1군데" in watching.stdout.readline()

            watching.send_signal(signal.SIGINT)
            rest = watching.stdout.read()
        finally:
            watching.kill()

    assert "Traceback" not in rest
    assert watching.returncode == 0
