"""Every screen in both languages, as a person reads it: ko.md and en.md beside this file.

``DORAN_SNAPSHOTS=write pytest tests/screens`` writes them anew; read what changed.
"""

import importlib
import inspect
import os
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from bot.discord_ui import help as help_module
from bot.discord_ui.outcomes import sentence_of
from bot.discord_ui.refusals import Refusal
from bot.discord_ui.screens import ModalScreen, Screen
from bot.discord_ui.words import LANGUAGES, voice
from tests.screens.scene import Scene
from tests.support import wording
from tests.support.limits import breaches
from tests.support.snapshot import drawn

FOLDER = Path(__file__).parent
NOTE = {
    "ko": "# 한국어 화면\n\n모든 화면을 회원이 읽는 대로 적었어요. 시험이 만들어요.",
    "en": "# Screens in English\n\nEvery screen as a member reads it. Written by a test.",
}
FACTS = {
    "at": "<t:1767225600:F>",
    "channel": "<#33>",
    "limit": 10,
    "zone": "Asia/Seul",
    "typed": "그저께쯤",
}


def scenes() -> list[Scene]:
    """Return the scenes of every ``scenes_*.py`` beside this file, in the files' order."""
    names = sorted(path.stem for path in FOLDER.glob("scenes_*.py"))
    modules = [importlib.import_module(f"tests.screens.{name}") for name in names]
    return [scene for module in modules for scene in module.SCENES]


def showers() -> set[str]:
    """Return the full name of every public function that returns a screen."""
    return {
        f"{module.__name__}.{name}"
        for module in [*_shows(), help_module]
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and function.__annotations__.get("return") in {Screen, ModalScreen}
    }


def _shows() -> list[ModuleType]:
    return [
        importlib.import_module(name)
        for name in sorted(wording.modules())
        if "show" in name.split(".")
    ]


def whole(language: str) -> str:
    """Return the file of ``language``."""
    say = voice(language)
    parts = [NOTE[language]]
    for scene in scenes():
        heading = " · ".join(filter(None, (scene.name.removeprefix("bot."), scene.about)))
        parts.append(f"## {heading}\n\n{drawn(scene.draw(say))}")
    # One without a sentence fails among the words' tests.
    worded = dict(wording.messages(language))
    refusals = [
        f"- {_name(kind)}: {sentence_of(_sample(kind), say)}"
        for kind in wording.refusals()
        if kind.sentence_name() in worded
    ]
    wrong = f"- (a fault of ours): {say('something-went-wrong', reference='0a1b2c3d')}"
    parts.append("## Refusals\n\n" + "\n".join([*refusals, wrong]))
    empty = say("mention-empty")
    parts.append(f"## A mention without words\n\n{empty}")
    return "\n\n".join(parts) + "\n"


def _name(kind: type[Refusal]) -> str:
    return f"{kind.__module__}.{kind.__name__}".removeprefix("bot.")


def _sample(kind: type[Refusal]) -> Refusal:
    return kind(**{field.name: FACTS.get(field.name, f"({field.name})") for field in fields(kind)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_read_as_they_were_approved(language: str) -> None:
    path = FOLDER / f"{language}.md"
    if os.environ.get("DORAN_SNAPSHOTS") == "write":
        path.write_text(whole(language), "utf-8")

    assert path.read_text("utf-8") == whole(language), "DORAN_SNAPSHOTS=write writes it anew"


def test_every_function_that_shows_something_has_a_scene() -> None:
    assert showers() - {scene.name for scene in scenes()} == set()


def test_every_scene_is_within_discords_limits() -> None:
    wrong = [
        (scene.name, scene.about, language, found)
        for scene in scenes()
        for language in LANGUAGES
        if (found := breaches(scene.draw(voice(language))))
    ]

    assert wrong == []


def test_there_is_no_markdown_where_discord_shows_it_as_it_is_written() -> None:
    wrong = [
        (scene.name, scene.about, language)
        for scene in scenes()
        for language in LANGUAGES
        if isinstance(screen := scene.draw(voice(language)), Screen)
        for embed in screen.embeds
        for text in (embed.footer.text, embed.author.name)
        if "`" in (text or "")
    ]

    assert wrong == []
