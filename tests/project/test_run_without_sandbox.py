"""`python -m bot run` starts without the sandbox and without the simulated Discord."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
import bot.__main__, bot.app, bot.cli.run
print(*(name for name in sys.modules if name.split(".")[0] == "simcord" or "sandbox" in name))
"""


def test_running_the_bot_loads_nothing_of_the_sandbox() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stdout.split() == []
