"""Writes requirements/*.txt, hashed pins of pyproject.toml, and requirements/sizes.json.

Run it as `make lock`. Pins are kept unless `--upgrade` is given. The files hold for every Python
that pyproject.toml allows and name no package index, so they work with whichever one is set up.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"
# dev comes first: the others take its versions, so that all of them fit into one environment.
LOCKS: dict[str, tuple[str, ...]] = {
    "dev": ("--extra", "demo", "--extra", "postgres", "--group", "dev"),
    "run": (),
    "demo": ("--extra", "demo"),
    "postgres": ("--extra", "postgres"),
}
# A sentence model must not bring these gigabytes along unseen.
TOO_LARGE = {"torch", "tensorflow", "jax", "nvidia-cublas"}
LARGEST_NAMED = 3


def main() -> int:
    """Lock everything, measure it on this machine, and return the exit code."""
    parser = argparse.ArgumentParser(description="Pin the dependencies with hashes.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    for name, selection in LOCKS.items():
        _compile(name, [*selection, *upgrade])
        if found := TOO_LARGE & _packages(name):
            sys.exit(f"requirements/{name}.txt would pull {', '.join(sorted(found))}")
    sizes = {name: _measured(name) for name in LOCKS}
    (ROOT / "requirements" / "sizes.json").write_text(json.dumps(sizes, indent=2) + "\n")
    return 0


def _compile(name: str, options: list[str]) -> None:
    constraint = [] if name == "dev" else ["--constraint", "requirements/dev.txt"]
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"]
    command += ["--custom-compile-command", "make lock"]
    command += ["--output-file", f"requirements/{name}.txt", *constraint, *options]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _packages(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return set(re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", text, re.MULTILINE))


def _measured(name: str) -> dict[str, object]:
    """What installing the lock downloads here: megabytes (10^6 bytes) and the largest packages."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary", ":all:"]
        command += ["--require-hashes", "--no-deps", "--dest", folder]
        subprocess.run(
            [*command, "--requirement", f"requirements/{name}.txt"], cwd=ROOT, check=True
        )
        sizes = {path.name.split("-")[0]: path.stat().st_size for path in Path(folder).iterdir()}
    largest = sorted(sizes, key=lambda package: -sizes[package])[:LARGEST_NAMED]
    return {"megabytes": round(sum(sizes.values()) / 1e6), "largest": largest}


if __name__ == "__main__":
    sys.exit(main())
