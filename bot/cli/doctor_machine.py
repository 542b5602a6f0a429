"""The doctor's look at the notes, the zone data, the font, the model and the memory."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.answers.embedder import ModelUnavailable
from bot.answers.embedder_bundled import BundledEmbedder
from bot.cli.doctor_findings import Finding, fault, unknown, well
from bot.content.faults import BrokenContent
from bot.content.reader import read
from bot.discord_ui.figures import TEXT_SIZE, font
from bot.discord_ui.words import Say
from bot.settings import Settings

# docs/figures.md: python -m bench footprint, with room for a figure being drawn.
NEEDED_MB = 160
MODEL_MB = 50
_MEMINFO = Path("/proc/meminfo")
# What a container may use and does use, in bytes (the kernel's docs: admin-guide/cgroup-v2).
_LIMIT, _USED = Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")


def findings(settings: Settings, say: Say) -> Iterator[Finding]:
    """Look at what the bot reads and runs on."""
    folder = settings.content_dir
    try:
        concepts = len(read(folder).concepts)
    except BrokenContent as broken:
        faults = len(broken.faults)
        yield fault(say("doctor-content-faulty", folder=str(folder), faults=faults))
    else:
        yield well(say("doctor-content-fine", folder=str(folder), concepts=concepts))
    try:
        ZoneInfo("Asia/Seoul")
    except ZoneInfoNotFoundError:
        yield fault(say("doctor-zones-missing"))
    else:
        yield well(say("doctor-zones-fine"))
    try:
        font(TEXT_SIZE)
    except (OSError, ImportError) as failure:
        yield fault(say("doctor-font-missing", fault=type(failure).__name__))
    else:
        yield well(say("doctor-font-fine"))
    yield _model(settings, say)
    yield _memory(settings, say)


def _model(settings: Settings, say: Say) -> Finding:
    if settings.answers_model == "off":
        return well(say("doctor-model-off"))
    try:
        BundledEmbedder()
    except ModelUnavailable as missing:
        return fault(say("doctor-model-missing", fault=str(missing)))
    return well(say("doctor-model-fine"))


def _memory(settings: Settings, say: Say) -> Finding:
    needed = NEEDED_MB if settings.answers_model == "off" else NEEDED_MB + MODEL_MB
    free = free_megabytes()
    if free is None:
        return unknown(say("doctor-memory-unknown"))
    if free < needed:
        return fault(say("doctor-memory-short", free=str(free), needed=str(needed)))
    return well(say("doctor-memory-fine", free=str(free), needed=str(needed)))


def free_megabytes() -> int | None:
    """Return what this process may still take, of the machine or its container."""
    try:
        lines = dict(line.split(":", 1) for line in _MEMINFO.read_text().splitlines())
        free = int(lines["MemAvailable"].split()[0]) // 1024
    except (OSError, KeyError, ValueError):
        return None
    try:
        left = (int(_LIMIT.read_text()) - int(_USED.read_text())) // 2**20
    except (OSError, ValueError):
        # No container, or one without a limit ("max").
        return free
    return min(free, left)
