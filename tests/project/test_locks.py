"""The locks pin all that pyproject.toml asks for, with hashes, and name no package index."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
# Gigabytes that a sentence model could bring along.
TOO_LARGE = {"torch", "tensorflow", "jax", "jaxlib"}


def normal(name: str) -> str:
    """Return the name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for() -> dict[str, list[str]]:
    """Return what pyproject.toml asks for: the lock's name, and its requirements."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run: list[str] = pyproject["project"]["dependencies"]
    extras: dict[str, list[str]] = pyproject["project"]["optional-dependencies"]
    dev: list[str] = pyproject["dependency-groups"]["dev"]
    locks = {"run": run, "dev": run + extras["demo"] + extras["postgres"] + dev}
    return locks | {extra: run + required for extra, required in extras.items()}


def pins(lock: Path) -> set[tuple[str, str]]:
    """Return (package, version) of each pin; a package has two where Pythons need different."""
    found = re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==([^\s;]+)", lock.read_text(), re.MULTILINE)
    return {(normal(name), version) for name, version in found}


def test_there_is_a_lock_for_the_bot_each_extra_and_development() -> None:
    assert {lock.stem for lock in LOCKS} == set(asked_for())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_dependency_is_pinned(lock: Path) -> None:
    names = {normal(re.split(r"[\[<>=!~; ]", asked)[0]) for asked in asked_for()[lock.stem]}

    assert names <= {name for name, _version in pins(lock)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_pin_has_hashes(lock: Path) -> None:
    entries = re.split(r"^(?=\w)", lock.read_text(), flags=re.MULTILINE)[1:]

    assert len(entries) >= len(pins(lock)) > 0
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_lock_names_a_host_or_a_file(lock: Path) -> None:
    requirements = re.sub(r"#.*", "", lock.read_text())

    assert not re.search(r"://|\s@\s|-index|--find-links|--trusted-host", lock.read_text())
    assert "/" not in requirements


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_lock_pulls_gigabytes(lock: Path) -> None:
    assert not TOO_LARGE & {name for name, _version in pins(lock)}


def test_all_locks_fit_into_one_environment() -> None:
    versions: dict[str, set[frozenset[str]]] = {}
    for lock in LOCKS:
        for name in {name for name, _version in pins(lock)}:
            pinned = frozenset(version for each, version in pins(lock) if each == name)
            versions.setdefault(name, set()).add(pinned)

    assert {name for name, pinned in versions.items() if len(pinned) > 1} == set()


def test_the_size_of_every_lock_is_known() -> None:
    sizes = json.loads((ROOT / "requirements" / "sizes.json").read_text())

    assert set(sizes) == {lock.stem for lock in LOCKS}
    assert all(0 < size["megabytes"] < 1000 for size in sizes.values())
