"""Writes a plan: all of it, or nothing."""

import shutil
import tempfile
from pathlib import Path

from bot.content.importer.plan import Plan
from bot.content.importer.refusal import NotImported, RefusalKind
from bot.content.reader import check


def write_plan(plan: Plan, *, overwrite: bool) -> None:
    """Puts the plan's files into its folder, beside those that are there.

    Raises NotImported, and changes nothing, where a file is there already and may not be
    overwritten, where the folder would have faults, and where a file cannot be written.
    """
    if plan.already_there and not overwrite:
        there = [f"  {plan.target / path}" for path in plan.already_there]
        raise NotImported(RefusalKind.ALREADY_THERE, plan.target, lines=there)
    target = plan.target.resolve()
    made = _missing_folders(target.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A folder beside the target is on the same disk, so that moving it is one step; the
        # reader passes over names that begin with a dot.
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".import-") as staging:
            new = Path(staging) / target.name
            _fill(new, plan, target)
            if breaking := tuple(fault for fault in check(new) if fault.breaks):
                raise NotImported(RefusalKind.WOULD_NOT_PASS, plan.target, faults=breaking)
            _swap(new, target, Path(staging) / ".before")
    except OSError as error:
        _remove(made)
        raise NotImported(RefusalKind.NOT_WRITTEN, error.strerror or error) from None
    except NotImported:
        _remove(made)
        raise


def _fill(new: Path, plan: Plan, target: Path) -> None:
    if target.is_dir():
        shutil.copytree(target, new, symlinks=True)
    else:
        new.mkdir()
    for name, text in plan.files.items():
        path = new / name
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)  # a link is replaced, not followed
        path.write_text(text, encoding="utf-8", newline="\n")
    for picture in plan.pictures:
        path = new / picture.file
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        shutil.copyfile(picture.source, path)


def _swap(new: Path, target: Path, before: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    target.rename(before)
    try:
        new.rename(target)
    except OSError:
        before.rename(target)
        raise


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that do not exist yet, deepest first."""
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _remove(made: list[Path]) -> None:
    for path in made:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
