"""Every screen of questions and answers."""

from dataclasses import replace
from functools import cache

from bot.answers import show
from bot.answers.asked import Answer
from bot.answers.model import Finding
from bot.answers.notes import Edition
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault
from bot.content.library import Library
from bot.content.model import Concept, Text
from bot.content.reader import read
from bot.discord_ui.screens import ModalScreen, Screen
from bot.discord_ui.words import Say
from tests.screens.scene import Scene
from tests.support.group import CONTENT
from tests.support.told import COMPARE, DISCUSS, ODDLY, UNKNOWN, WHAT_IS, ToldIndex, finding


@cache
def _library() -> Library:
    return read(CONTENT)


def _concept(name: str) -> Concept:
    found = _library().concept(name)
    assert found is not None
    return found


def _answer(text: str, found: Finding) -> Answer:
    return Answer(1, text, found, Edition(_library(), ToldIndex()))


def _asked(text: str, found: Finding, *, private: bool = True) -> Scene:
    return Scene(
        show.answer_screen,
        text,
        lambda say: show.answer_screen(_answer(text, found), say, private=private),
    )


def _korean_only(say: Say) -> Screen:
    concept = replace(_concept("kernel"), short=Text(_concept("kernel").short.ko))
    return show.concept_screen(1, concept, _library(), say, page=0, private=True)


def _second_page(say: Say) -> Screen:
    return show.concept_screen(1, _concept("hypervisor"), _library(), say, page=1, private=True)


def _pair(say: Say) -> Screen:
    left, right = _concept("license"), _concept("size")
    return show.comparison_screen(1, left, right, _library(), say, private=True)


def _prompt(say: Say) -> Screen:
    prompt = _library().prompt("vmware-experience")
    assert prompt is not None
    return show.prompt_screen(1, prompt, _library(), say, private=False)


def _gap(say: Say) -> Screen:
    return show.gap_screen(_answer(UNKNOWN, finding(near=("container",), reference="itholic")), say)


def _shared(say: Say) -> Screen:
    found = show.answer_screen(_answer(WHAT_IS, finding("boot-time")), say, private=False)
    return show.shared_screen("미나_*공부*", found, say)


def _form(say: Say) -> ModalScreen:
    return show.ask_on_modal("1:ask-on-sent:1", say)


def _broken(say: Say) -> Screen:
    path = CONTENT.relative_to(CONTENT.parent) / "docker-and-vm" / "concepts" / "kernel.md"
    faults = (
        Fault(path, 3, FaultKind.UNKNOWN_KEY, (("key", "titel"), ("allowed", "title, aliases"))),
        Fault(path, 9, FaultKind.UNKNOWN_KEY, (("key", "relatd"), ("allowed", "related"))),
    )
    return show.broken_screen(faults, say)


def _reloaded(say: Say) -> Screen:
    return show.reloaded_screen(Edition(_library(), ToldIndex()), say)


SCENES = (
    _asked(WHAT_IS, finding("hypervisor")),
    _asked(COMPARE, finding("hypervisor", compared=("hypervisor", "kernel"))),
    _asked(DISCUSS, finding(prompt="when-not-docker")),
    _asked(UNKNOWN, finding(near=("container", "docker"), reference="itholic")),
    _asked(ODDLY, finding()),
    Scene(show.concept_screen, "the second page", _second_page),
    Scene(show.concept_screen, "written in Korean only", _korean_only),
    Scene(show.comparison_screen, "the notes don't compare these", _pair),
    Scene(show.prompt_screen, "in the channel", _prompt),
    Scene(show.gap_screen, "one near, one reference", _gap),
    Scene(show.shared_screen, "by someone with an odd name", _shared),
    Scene(show.ask_on_modal, "", _form),
    Scene(show.judged_screen, "👍", lambda say: show.judged_screen(1, say, good=True)),
    Scene(show.judged_screen, "👎", lambda say: show.judged_screen(1, say, good=False)),
    Scene(show.reloaded_screen, "", _reloaded),
    Scene(show.broken_screen, "two faults", _broken),
)
