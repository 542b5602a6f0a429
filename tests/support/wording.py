"""The words of both languages, and where the code names them, read for the tests."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import grimp
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot.discord_ui.refusals import Refusal

CODE = Path(bot.__file__).parent
WORDS = CODE / "discord_ui" / "words"
# Names that are put together in the code, and from what. Everything else is written out in full,
# so that it can be searched for.
FAMILIES = {
    "command-": "a command's, group's or menu's full name (translator.py, help.py)",
    "choice-": "a choice's value (translator.py)",
    "refusal-": "a refusal's class (refusals.py)",
    "notice-announcement-": "why an announcement was not posted (posts/announce/source.py)",
    "notice-discussion-": "what went wrong with a discussion (discussion/trouble.py)",
    "privacy-": "whether in a server or everywhere (privacy/show.py)",
    "retention-": "a kind of data that is kept for a time (privacy/show.py)",
    "language-": "a language's code (guilds/show.py)",
    "setup-": "a step of the set-up (setup/show.py)",
    "check-without-": "what fails without a Discord permission (setup/show.py)",
    "permission-": "a Discord permission (posts)",
    "quiz-state-": "how a question or a schedule stands (quiz/show)",
    "quiz-days-": "a usual set of days (quiz/cog)",
    "quiz-paused-": "why a schedule pauses by itself (quiz/show)",
    "notice-quiz-": "why a quiz was not posted (quiz/daily.py)",
    "round-move-": "what whoever steers a round can do (quiz/rounds/show)",
    "round-ended-": "why a round ended early (quiz/rounds/show)",
    "notice-round-": "why a round was given up (quiz/rounds/source.py)",
    "marked-": "why a short answer is right or wrong (quiz/reasons.py)",
    "quiz-appeal-": "how an appeal stands (quiz/desk/show)",
    "why-like-": "how like something is (answers/show/why.py)",
    "why-confidence-": "how sure an answer is (answers/show/why.py)",
    "inbox-section-": "a section of the inbox (inbox/show.py)",
    "inbox-": "a kind of case, its parts, how it was decided (quiz/desk/show)",
    "suggest-": "a field of a suggested question (quiz/desk/show)",
    "note-remark-": "a kind of thing to look at in a note (notes/show/draft.py)",
    "note-item-": "a part of a drafted question, what became of it (notes/show/item.py)",
    "discuss-phase-": "which phase a discussion is in (discussion/show)",
    "discuss-now-": "what an opening post says in each phase (discussion/show/posts.py)",
    "propose-": "a field of a proposed prompt, how it was decided (discussion/show/proposals.py)",
    "stats-": "what a figure means (quiz/show/statistics.py)",
    "quiz-sureness-": "how sure a member is (quiz/show)",
    "session-do-": "what is done in a part of a session (sessions/show/part.py)",
    "session-kind-": "which part of a discussion it is (sessions/show/parts.py)",
    "session-remark-": "what is to be said of a part (sessions/show/part.py)",
    "session-move-": "what whoever leads a session can do (sessions/show)",
    "session-ending-": "why a session is over (sessions/show/recap.py)",
    "session-reminder-": "what reminds of a session (sessions/show/plan.py)",
    "notice-session-": "what went wrong with a session or a plan (sessions)",
    "study-": "what shows that something is worth studying (sessions/show/study.py)",
}
_SPEAKERS = {"say", "english", "KO", "EN"}


@dataclass(frozen=True)
class Message:
    """A message of one language: its variables, those of each attribute, and its file."""

    variables: frozenset[str]
    attributes: dict[str, frozenset[str]]
    file: str


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def messages(language: str) -> list[tuple[str, Message]]:
    """Return every message of ``language`` by name, repeated ones too."""
    return [pair for path in sorted((WORDS / language).glob("*.ftl")) for pair in _messages(path)]


def faulty(language: str) -> list[str]:
    """Return every piece of the files that Fluent could not read."""
    return [
        f"{path.name}: {entry.content}"
        for path in sorted((WORDS / language).glob("*.ftl"))
        for entry in FluentParser().parse(path.read_text("utf-8")).body
        if isinstance(entry, ftl.Junk)
    ]


def _messages(path: Path) -> Iterator[tuple[str, Message]]:
    for entry in FluentParser().parse(path.read_text("utf-8")).body:
        if isinstance(entry, ftl.Message):
            attributes = {part.id.name: _variables(part.value) for part in entry.attributes}
            yield entry.id.name, Message(_variables(entry.value), attributes, path.name)


def _variables(pattern: ftl.Pattern | None) -> frozenset[str]:
    visitor = _Variables()
    if pattern is not None:
        visitor.visit(pattern)
    return frozenset(visitor.found)


@dataclass(frozen=True)
class Spoken:
    """A place in the code that says a message by its full name, with these facts."""

    where: str
    name: str
    facts: frozenset[str]
    open_facts: bool


def spoken() -> list[Spoken]:
    """Return every ``say("…")`` and ``english("…")`` of the code."""
    found = []
    for path, node in _nodes(running=True):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        speaker = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        name = node.args[0]
        if speaker in _SPEAKERS and isinstance(name, ast.Constant) and isinstance(name.value, str):
            facts = frozenset(word.arg for word in node.keywords if word.arg is not None)
            is_open = any(word.arg is None for word in node.keywords)
            where = f"{path.relative_to(CODE)}:{node.lineno}"
            found.append(Spoken(where, name.value, facts, is_open))
    return found


def built() -> list[tuple[str, str]]:
    """Return (where, how it begins) for every message name that is put together."""
    found = []
    for path, node in _nodes(running=True):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.JoinedStr):
            called = node.func
            speaker = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if speaker in _SPEAKERS:
                first = node.args[0].values[0]
                begins = str(first.value) if isinstance(first, ast.Constant) else ""
                found.append((f"{path.relative_to(CODE)}:{node.lineno}", begins))
    return found


def literals() -> set[str]:
    """Return every text that stands in the code."""
    return {
        node.value
        for _, node in _nodes(running=False)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def refusals() -> list[type[Refusal]]:
    """Return every refusal of every part that the bot is put together from."""
    for module in modules():
        importlib.import_module(module)
    waiting, found = [Refusal], []
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__ in modules():
                found.append(kind)
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


@cache
def modules() -> frozenset[str]:
    """Return the module that puts the bot together, and all that it imports.

    Parts that it doesn't know yet, or that another test happened to import, say nothing to members.
    """
    return frozenset(grimp.build_graph("bot").find_upstream_modules("bot.app")) | {"bot.app"}


def _nodes(*, running: bool) -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(CODE.rglob("*.py")):
        parts = path.relative_to(CODE.parent).with_suffix("").parts
        if running and ".".join(part for part in parts if part != "__init__") not in modules():
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node
