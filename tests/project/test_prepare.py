"""Set-up from a lock: once, again, interrupted, changed and refused. Nothing is downloaded."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Checkout:
    """A checkout with the real set-up tools and a lock of one package that we made ourselves."""

    folder: Path

    def pin(self, version: str, *, sha256: str | None = None) -> None:
        wheel = self.folder / "wheels" / f"parrot-{version}-py3-none-any.whl"
        wheel.parent.mkdir(exist_ok=True)
        about = f"parrot-{version}.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("parrot.py", f"VERSION = {version!r}\n")
            archive.writestr(
                f"{about}/METADATA", f"Metadata-Version: 2.1\nName: parrot\nVersion: {version}\n"
            )
            archive.writestr(
                f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{about}/RECORD", "")
        digest = sha256 or hashlib.sha256(wheel.read_bytes()).hexdigest()
        locks = self.folder / "requirements"
        locks.mkdir(exist_ok=True)
        (locks / "run.txt").write_text(
            f"# made for this test\nparrot=={version} \\\n    --hash=sha256:{digest}\n"
        )
        (locks / "sizes.json").write_text(
            json.dumps({"run": {"megabytes": 7, "largest": ["parrot"]}})
        )

    def prepare(
        self, *locks: str, python: str = sys.executable
    ) -> subprocess.CompletedProcess[str]:
        wheels = self.folder / "wheels"
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "HOME": str(self.folder)}
        return subprocess.run(
            ["sh", str(self.folder / "tools" / "prepare"), *locks],
            env={**os.environ, **offline, "PYTHON": python},
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self) -> str:
        said = subprocess.run(
            [self.folder / ".venv/bin/python", "-c", "import parrot; print(parrot.VERSION)"],
            capture_output=True,
            text=True,
            check=True,
        )
        return said.stdout.strip()


def made_in(folder: Path) -> Checkout:
    shutil.copytree(ROOT / "tools", folder / "tools")
    made = Checkout(folder)
    made.pin("1.0")
    return made


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return made_in(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, str]:
    """Return a checkout that is set up, not to be changed, and what its set-up said."""
    made = made_in(tmp_path_factory.mktemp("ready"))
    return made, made.prepare("run").stdout


def test_the_first_set_up_says_how_much_it_downloads(ready: tuple[Checkout, str]) -> None:
    checkout, said = ready

    assert "downloading about 7 MB (the largest packages: parrot)" in said
    assert checkout.installed() == "1.0"


def test_the_second_set_up_has_nothing_to_do(ready: tuple[Checkout, str]) -> None:
    second = ready[0].prepare("run")

    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_a_copied_checkout_is_set_up_anew(ready: tuple[Checkout, str], tmp_path: Path) -> None:
    shutil.copytree(ready[0].folder, tmp_path / "copy", symlinks=True)
    copied = Checkout(tmp_path / "copy")

    assert "Setting up .venv" in copied.prepare("run").stdout
    assert str(copied.folder) in (copied.folder / ".venv" / "bin" / "pip").read_text()


def test_a_changed_lock_is_installed_and_a_forged_one_is_not(checkout: Checkout) -> None:
    checkout.prepare("run")

    checkout.pin("2.0", sha256="0" * 64)
    forged = checkout.prepare("run")
    after_forged = checkout.installed()
    checkout.pin("2.0")
    changed = checkout.prepare("run")

    assert forged.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in forged.stderr
    assert after_forged == "1.0"
    assert changed.returncode == 0, changed.stderr
    assert checkout.installed() == "2.0"


def test_an_interrupted_set_up_is_taken_up_again(checkout: Checkout) -> None:
    half_made = checkout.folder / ".venv" / "bin"
    half_made.mkdir(parents=True)
    (half_made / "python").symlink_to(sys.executable)

    assert checkout.prepare("run").returncode == 0
    assert checkout.installed() == "1.0"


def test_an_unknown_lock_is_named(checkout: Checkout) -> None:
    refused = checkout.prepare("parrots")

    assert refused.returncode == 1
    assert "There is no lock 'parrots'; there are: run." in refused.stderr


def test_a_python_that_is_too_old_is_refused_in_words(checkout: Checkout, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    refused = checkout.prepare("run", python=str(old))

    assert refused.returncode == 1
    assert "Doran needs Python 3.11 or newer" in refused.stderr
