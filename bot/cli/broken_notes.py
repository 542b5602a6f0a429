"""What the command line says where it cannot start for faults in the notes."""

import sys
from pathlib import Path

from bot.content.faults import BrokenContent
from bot.settings import BadSettings


def told(broken: BrokenContent, folder: Path) -> BadSettings:
    """Print every fault; return the line with which the command ends."""
    for fault in broken.faults:
        print(fault.said("en"), file=sys.stderr)
    return BadSettings(
        f"the notes in {folder} have {len(broken.faults)} fault(s), listed above: "
        "mend them and check with `python -m bot content check`"
    )
