"""Reads a content folder: all of it, or every fault that it has."""

from collections.abc import Iterable
from pathlib import Path

from bot.content.assemble import library_of
from bot.content.drafts import TopicDraft, draft_of
from bot.content.english import english_faults
from bot.content.faults import BrokenContent, Fault
from bot.content.library import Library
from bot.content.links import faults_between
from bot.content.tree import files_of

__all__ = ["BrokenContent", "Fault", "check", "read"]


def read(path: Path) -> Library:
    """The library under `path` (the content folder, or the folder of one topic).

    Raises BrokenContent with every fault. Items whose stamp is outdated break nothing: the
    library says of each whether it is set aside.
    """
    drafts, faults = drafts_of(path)
    if any(fault.breaks for fault in faults):
        raise BrokenContent(faults)
    return library_of(drafts)


def check(path: Path, *, needs_english: bool = False) -> tuple[Fault, ...]:
    """Every fault under `path`, by file and line.

    With `needs_english`, a text without English is a fault as well.
    """
    drafts, faults = drafts_of(path)
    if needs_english:
        missing = (fault for draft in drafts for fault in english_faults(draft))
        faults = in_order([*faults, *missing])
    return faults


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by file and line."""
    return tuple(sorted(set(faults), key=lambda fault: (str(fault.path), fault.line, str(fault))))


def drafts_of(path: Path) -> tuple[list[TopicDraft], tuple[Fault, ...]]:
    """What could be read under `path`, and every fault."""
    topics, faults = files_of(path)
    drafts = [draft_of(files) for files in topics]
    for draft in drafts:
        faults += draft.faults
    faults += faults_between(drafts, path)
    return drafts, in_order(faults)
