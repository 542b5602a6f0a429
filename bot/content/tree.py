"""Which files make up the content, and which have no place there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault

TOPIC_FILE = "topic.yaml"
QUIZ_FILE = "quiz.yaml"
AGENDA_FILE = "agenda.yaml"
CONCEPTS = "concepts"
DISCUSSIONS = "discussions"
FIGURES = "figures"
README = "README.md"

_FILES = (TOPIC_FILE, QUIZ_FILE, AGENDA_FILE)
_FOLDERS = {CONCEPTS: (".md",), DISCUSSIONS: (".md",), FIGURES: (".png", ".svg")}


@dataclass(frozen=True, slots=True)
class TopicFiles:
    """A topic's folder: its fixed files by name (where they are), its cards and discussions."""

    folder: Path
    fixed: dict[str, Path] = field(default_factory=dict)
    concepts: list[Path] = field(default_factory=list)
    discussions: list[Path] = field(default_factory=list)


def files_of(root: Path) -> tuple[list[TopicFiles], list[Fault]]:
    """The topics under `root`, which may also be the folder of one topic."""
    if not root.is_dir():
        return [], [fault(root, 1, FaultKind.NO_SUCH_PATH)]
    if (root / TOPIC_FILE).is_file():
        files, faults = _topic(root, root)
        return [files], faults
    topics: list[TopicFiles] = []
    faults = []
    for entry, wrong in _entries(root, root):
        if wrong:
            faults.append(wrong)
        elif entry.is_dir():
            files, found = _topic(entry, root)
            topics.append(files)
            faults += found
        elif entry.name != README:
            allowed = f"*/{TOPIC_FILE}, {README}"
            faults.append(fault(entry, 1, FaultKind.STRAY_FILE, allowed=allowed))
    if not topics and not faults:
        faults.append(fault(root, 1, FaultKind.NO_TOPICS))
    return topics, faults


def _topic(folder: Path, root: Path) -> tuple[TopicFiles, list[Fault]]:
    files, faults = TopicFiles(folder), []
    allowed = ", ".join([*_FILES, README, *(f"{name}/" for name in _FOLDERS)])
    for entry, wrong in _entries(folder, root):
        if wrong:
            faults.append(wrong)
        elif entry.name in _FOLDERS and entry.is_dir():
            faults += _inside(entry, root, files)
        elif entry.name in _FILES and entry.is_file():
            files.fixed[entry.name] = entry
        elif entry.name != README:
            faults.append(fault(entry, 1, FaultKind.STRAY_FILE, allowed=allowed))
    if TOPIC_FILE not in files.fixed and not faults:
        faults.append(fault(folder / TOPIC_FILE, 1, FaultKind.NO_TOPIC_FILE))
    return files, faults


def _inside(folder: Path, root: Path, files: TopicFiles) -> list[Fault]:
    faults: list[Fault] = []
    endings = _FOLDERS[folder.name]
    for entry, wrong in _entries(folder, root):
        if wrong:
            faults.append(wrong)
        elif not entry.is_file() or entry.suffix not in endings:
            allowed = ", ".join(f"*{ending}" for ending in endings)
            faults.append(fault(entry, 1, FaultKind.STRAY_FILE, allowed=allowed))
        elif folder.name == CONCEPTS:
            files.concepts.append(entry)
        elif folder.name == DISCUSSIONS:
            files.discussions.append(entry)
    return faults


def _entries(folder: Path, root: Path) -> Iterator[tuple[Path, Fault | None]]:
    """What is in a folder, by name, without dot-files, which belong to editors and systems."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield folder, fault(folder, 1, FaultKind.UNREADABLE, why=error.strerror or "?")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not is_inside(entry, root):
            yield entry, fault(entry, 1, FaultKind.LINK_OUT_OF_TREE)
        else:
            yield entry, None


def is_inside(path: Path, root: Path) -> bool:
    """Whether `path`, with every link followed, is a place under `root`."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads round in a circle
        return False
