"""python -m bot content: check, stamp, schema and import, for the people who write notes."""

import signal
import time
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from bot.content.faults import BrokenContent, Fault, Language
from bot.content.reader import check
from bot.content.schema import SCHEMA_FOLDER, write_schemas
from bot.content.stamp import stamp
from bot.settings import BadSettings, load_settings

WATCH_SECONDS = 0.5
USAGE_ERROR = 2

app = typer.Typer(help="Check, stamp and import the notes in the content folder.")

ContentPath = Annotated[
    Path | None,
    typer.Argument(help="The content folder, or one topic's; by default the CONTENT_DIR setting."),
]
FaultLanguage = Annotated[Language, typer.Option("--lang", help="Language of the faults.")]


@app.command("check")
def check_command(
    path: ContentPath = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every change.")] = False,
    english: Annotated[
        bool, typer.Option("--english", help="A text without English is a fault, too.")
    ] = False,
    lang: FaultLanguage = Language.KO,
) -> None:
    """Tell every fault of every file as PATH:LINE: what is wrong; what to write instead."""
    folder = _content_folder(path)
    if watch:
        _watch(folder, english, lang)
        return
    if _tell(check(folder, needs_english=english), lang):
        raise typer.Exit(1)


@app.command("stamp")
def stamp_command(path: ContentPath = None, lang: FaultLanguage = Language.KO) -> None:
    """Write into quiz.yaml from which text of its concept each item was written."""
    try:
        changed = stamp(_content_folder(path))
    except BrokenContent as broken:
        _tell(broken.faults, lang)
        raise typer.Exit(1) from None
    for item in changed:
        typer.echo(f"stamped {item}")
    typer.echo(f"{len(changed)} items stamped")


@app.command("schema")
def schema_command(
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder; by default .schema in the content folder.")
    ] = None,
) -> None:
    """Write the JSON Schemas that give an editor completion."""
    for path in write_schemas(out or _content_folder(None) / SCHEMA_FOLDER):
        typer.echo(path)


@app.command("vectors")
def vectors_command(path: ContentPath = None) -> None:
    """Write the meaning of every text beside the notes, so that no start has to work it out."""
    # Loaded late: `run` shares this command line, and may do without the model.
    from bot.answers.embedder import ModelUnavailable
    from bot.answers.embedder_bundled import BundledEmbedder
    from bot.answers.embedder_shipped import ship_vectors

    folder = _content_folder(path)
    try:
        count = ship_vectors(folder, BundledEmbedder())
    except BrokenContent as broken:
        _tell(broken.faults, Language.KO)
        raise typer.Exit(1) from None
    except ModelUnavailable as unavailable:
        typer.echo(f"doran: the model cannot be loaded: {unavailable}", err=True)
        raise typer.Exit(1) from None
    except OSError as refused:
        typer.echo(f"doran: {folder} cannot be written: {refused.strerror}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{count} texts")


@app.command("import")
def import_command(
    note: Annotated[Path, typer.Argument(help="The study note, a Markdown file.")],
    topic: Annotated[str, typer.Option("--topic", help="Id of the topic, as in docker-and-vm.")],
    into: Annotated[
        Path | None, typer.Option("--into", help="The content folder; by default CONTENT_DIR.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be written, and write nothing.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files that are there already.")
    ] = False,
    lang: FaultLanguage = Language.KO,
) -> None:
    """Turn a study note into concept files and discussion prompts that are ready to edit."""
    # Loaded late: `run` shares this command line, and needs no importer in its memory.
    from bot.content.importer.note import plan_of
    from bot.content.importer.plan import next_steps, said
    from bot.content.importer.refusal import NotImported
    from bot.content.importer.write import write_plan

    folder = _content_folder(into)
    try:
        plan = plan_of(note, topic, folder)
        for line in said(plan, lang):
            typer.echo(line)
        if not dry_run:
            write_plan(plan, overwrite=force)
            typer.echo(next_steps(plan, lang))
    except NotImported as refusal:
        typer.echo(refusal.said(lang), err=True)
        raise typer.Exit(1) from None


def _content_folder(given: Path | None) -> Path:
    if given is not None:
        return given
    try:
        return load_settings().content_dir
    except BadSettings as bad:
        typer.echo(str(bad), err=True)
        raise typer.Exit(USAGE_ERROR) from None


def _tell(faults: tuple[Fault, ...], language: str) -> int:
    for fault in faults:
        typer.echo(fault.said(language))
    typer.echo(_summary(len(faults), language), err=True)
    return len(faults)


def _summary(count: int, language: str) -> str:
    if language == "ko":
        return f"고칠 곳이 {count}군데 있어요." if count else "고칠 곳이 없어요."
    return f"{count} to mend." if count else "Nothing to mend."


def _watch(folder: Path, english: bool, language: str) -> None:
    seen, stopped = None, False

    # An exception out of nowhere is lost where Python can raise none, as in a finalizer.
    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGINT, stop)
    while not stopped:
        now = _signature(folder)
        if now != seen:
            _clear_screen()
            _tell(check(folder, needs_english=english), language)
            seen = now
        time.sleep(WATCH_SECONDS)
    typer.echo()


def _clear_screen() -> None:
    # Where the output is no terminal, click takes these codes out.
    typer.echo("\x1b[2J\x1b[H", nl=False)


def _signature(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Names, times and sizes of all files: differs whenever a file was saved."""
    states = set()
    for path in folder.rglob("*"):
        try:
            status = path.lstat()
        except OSError:  # gone again between the listing and the look
            continue
        states.add((str(path), status.st_mtime_ns, status.st_size))
    return frozenset(states)
