"""Makes .venv hold what the locks named on the command line pin; does nothing if it does already.

Uses the standard library only. A set-up that was interrupted is taken up again by the next call:
what is installed gets written down last.
"""

import argparse
import hashlib
import importlib.util
import json
import platform
import re
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "doran-locks.json"
LOCKS = ROOT / "requirements"
ERROR_LINES = 15


def main() -> int:
    """Prepare .venv and return the exit code."""
    parser = argparse.ArgumentParser(description="Make .venv ready.")
    parser.add_argument("locks", nargs="+", metavar="LOCK", help="run, demo, postgres, dev …")
    locks = parser.parse_args().locks
    for name in locks:
        if not (LOCKS / f"{name}.txt").is_file():
            known = ", ".join(sorted(path.stem for path in LOCKS.glob("*.txt")))
            return _failed(f"There is no lock {name!r}; there are: {known}.")
    wanted = {pin for name in locks for pin in _pins(name)}
    present = _present()
    if wanted <= present:
        return 0
    _announce(locks, first=not present)
    if not present and not _made_anew():
        return 1
    STAMP.unlink(missing_ok=True)
    if not _installed(locks, expected=len(wanted)):
        return _failed("The set-up did not finish. The same command takes it up again.")
    replaced = {_package(pin) for pin in wanted}
    kept = {pin for pin in present if _package(pin) not in replaced}
    STAMP.write_text(json.dumps({"made_for": _made_for(), "pins": sorted(kept | wanted)}))
    return 0


def _pins(lock: str) -> set[str]:
    """Each pinned package of the lock with a digest of what its files hash to."""
    text = (LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.M)
    return {
        f"{entry.split()[0]} {hashlib.sha256(entry.encode()).hexdigest()[:16]}"
        for entry in entries
        if entry.strip()
    }


def _package(pin: str) -> str:
    return pin.partition("==")[0]


def _made_for() -> list[str]:
    # Commands in .venv/bin name its folder, so one that was moved or copied is made anew.
    # Its Python can be replaced by a newer one under the same name, which finds no packages there.
    asked = [str(PYTHON), "-c", "import platform; print(platform.python_version_tuple()[:2])"]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    return [str(VENV), platform.machine(), version]


def _present() -> set[str]:
    """The pins that .venv is known to hold; none if it is missing, half made or was moved."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return set()
    if not PYTHON.exists() or stamp.get("made_for") != _made_for():
        return set()
    return set(stamp["pins"])


def _announce(locks: list[str], *, first: bool) -> None:
    sizes = json.loads((LOCKS / "sizes.json").read_text())
    largest = max((sizes[name] for name in locks), key=lambda size: size["megabytes"])["largest"]
    # Locks overlap, and part of them may be there already.
    amount = "about" if first and len(locks) == 1 else "at most"
    megabytes = sum(sizes[name]["megabytes"] for name in locks)
    print(
        f"Setting up .venv with Python {platform.python_version()}: downloading {amount} "
        f"{megabytes} MB (the largest packages: {', '.join(largest)}).",
        flush=True,
    )


def _made_anew() -> bool:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        _failed(
            f"{sys.executable} comes without venv. On Debian and Ubuntu: "
            f"apt install python{version}-venv"
        )
        return False
    venv.EnvBuilder(clear=True, symlinks=True, with_pip=True).create(VENV)
    return True


def _installed(locks: Iterable[str], *, expected: int) -> bool:
    """Run pip, with a counter in place of its talk; whether it succeeded."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", "--require-hashes"]
    for name in locks:
        command += ["--requirement", str(LOCKS / f"{name}.txt")]
    said: list[str] = []
    seen = 0
    with subprocess.Popen(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            said.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                _count(f"  {min(seen, expected)}/{expected} {re.split('[ =;]+', line)[1]}")
            elif line.startswith("Installing collected packages"):
                _count("  Installing")
    _count("")
    if pip.returncode:
        print(*said[-ERROR_LINES:], sep="\n", file=sys.stderr)
    return pip.returncode == 0


def _count(text: str) -> None:
    """Overwrite the terminal's current line; a log file is spared the counting."""
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="", flush=True)


def _failed(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(_failed("\nStopped. The same command takes the set-up up again."))
