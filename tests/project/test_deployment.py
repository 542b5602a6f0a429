"""The image, the Compose file and the unit name what is there, and run without rights."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
UNIT = (ROOT / "deploy" / "doran.service").read_text("utf-8")
KNOWN = {name.upper() for name in Settings.model_fields}
# Python's own, and what only the Compose file reads.
OTHERS = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}


def instructions(name: str) -> list[str]:
    """Return what stands behind each ``name`` in the Dockerfile."""
    return re.findall(rf"^\s*{name} (.+)$", DOCKERFILE, re.MULTILINE)


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    copied = [path for line in instructions("COPY") for path in line.split()[:-1]]
    ours = [path for path in copied if not path.startswith(("--", "/"))]
    sent = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE))

    assert ours
    assert all((ROOT / path).exists() for path in ours)
    assert set(ours) == sent


def test_no_secret_and_no_database_can_get_into_the_image() -> None:
    rules = (ROOT / ".dockerignore").read_text().splitlines()

    assert "*" in rules
    assert not any(rule.startswith(("!.env", "!data")) for rule in rules)


def test_the_image_runs_as_somebody_without_rights() -> None:
    assert instructions("USER") == ["10001:10001"]
    assert DOCKERFILE.index("USER") < DOCKERFILE.index("HEALTHCHECK")


def test_the_image_installs_from_the_hashed_locks_alone() -> None:
    (installing,) = [line for line in instructions("RUN") if "pip install" in line]

    assert "--require-hashes" in installing
    assert set(re.findall(r"-r (\S+)", installing)) <= {
        "requirements/run.txt",
        "requirements/postgres.txt",
    }


def test_the_health_check_asks_where_the_bot_answers() -> None:
    (port,) = re.findall(r"METRICS_PORT=(\d+)", DOCKERFILE)
    (asked,) = re.findall(r"127\.0\.0\.1:(\d+)/healthz", DOCKERFILE)

    assert asked == port == COMPOSE["services"]["bot"]["environment"]["METRICS_PORT"]


def test_every_command_in_the_image_can_be_read() -> None:
    commands = re.findall(r"CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)

    assert len(commands) == 2
    assert all(json.loads(command)[0] == "python" for command in commands)
    compile(json.loads(commands[0])[2], "health check", "exec")


def test_the_composed_bot_can_write_only_its_data() -> None:
    bot = COMPOSE["services"]["bot"]

    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert [each for each in bot["volumes"] if not each.endswith(":ro")] == ["data:/data"]
    assert "ports" not in bot
    assert COMPOSE["services"]["postgres"]["profiles"] == ["postgres"]
    assert "ports" not in COMPOSE["services"]["postgres"]


@pytest.mark.parametrize("place", ["image", "compose", "unit"])
def test_only_settings_that_are_read_are_set(place: str) -> None:
    if place == "image":
        names = set(re.findall(r"\b([A-Z_]+)=", " ".join(instructions("ENV"))))
    elif place == "compose":
        names = set(COMPOSE["services"]["bot"]["environment"])
    else:
        names = set(re.findall(r"^Environment=([A-Z_]+)=", UNIT, re.MULTILINE))

    assert names
    assert names - OTHERS <= KNOWN


def test_the_unit_gives_the_bot_time_to_finish_and_no_rights() -> None:
    options = dict(re.findall(r"^(\w+)=(.*)$", UNIT, re.MULTILINE))

    assert int(options["TimeoutStopSec"]) > 10
    assert options["CapabilityBoundingSet"] == ""
    assert (options["ProtectSystem"], options["NoNewPrivileges"]) == ("strict", "yes")
    assert options["ExecStart"].endswith("-m bot run")
    assert options["RestartPreventExitStatus"] == "2"


def test_the_operators_page_names_only_settings_that_are_read() -> None:
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+)", page))

    assert named
    assert named <= KNOWN | {"POSTGRES_PASSWORD", "DORAN_DATABASE_URL"}
