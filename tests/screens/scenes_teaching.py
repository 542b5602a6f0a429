"""Every screen of teaching, of waiting for an answer, and of why one was chosen."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from bot.answers import show
from bot.answers.asked import Asked, Outcome
from bot.answers.model import Finding, Why
from bot.answers.show import told
from bot.answers.teaching.alike import cases
from bot.answers.teaching.model import Case, Lesson, Missed
from bot.answers.teaching.show import cases as show_cases
from bot.answers.teaching.show import lessons as show_lessons
from bot.answers.teaching.show import wishes as show_wishes
from bot.content.library import Library
from bot.content.model import Concept
from bot.content.reader import read
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId, MemberId, Place
from tests.screens.scene import Scene
from tests.screens.scenes_desk import CHIEF, GUILD, MINA, NOON
from tests.support.group import CONTENT
from tests.support.told import finding

JUN = MemberId(12)
LONG = "무지개 @everyone **굵게** " * 60
MISSED = (
    Missed(9, MINA, "회식 무지개표가 뭐야?", Outcome.GAP, NOON, previous="도커"),
    Missed(8, JUN, "회식 무지개표는 뭐예요", Outcome.GAP, NOON - timedelta(days=1)),
    Missed(7, JUN, "양자 얽힘이 뭐야?", Outcome.ANSWERED, NOON, answered_with="kernel"),
    Missed(6, JUN, LONG, Outcome.GAP, NOON),
)
LESSONS = tuple(
    Lesson(number, GUILD, concept, phrases, CHIEF, NOON)
    for number, concept, phrases in (
        (12, "docker", ("회식 무지개표가 뭐야?", "무지개표")),
        (11, None, ("양자 얽힘이 뭐야?",)),
        (10, "a-note-that-left", (LONG[:300],)),
        *((number, "kernel", (f"알맹이 {number}번",)) for number in range(9, 2, -1)),
    )
)
ASKED = Asked(
    Place(GUILD, ChannelId(33)),
    MINA,
    "그럼 ehzj 무지개표 @everyone **장점**은?",
    Outcome.ANSWERED,
    "why-docker",
    None,
    0.8,
    NOON,
    previous="도커",
)
WHY = Why(
    name="도커",
    words=("도커", "장점"),
    unknown=("무지개표",),
    example="도커를 왜 써?",
    example_likeness=0.6,
    outside="도커 스웜",
    read_as="도커 무지개표 장점",
)
FOUND = replace(finding("why-docker"), confidence=0.7, why=WHY)


@cache
def _library() -> Library:
    return read(CONTENT)


def _concept(name: str) -> Concept:
    found = _library().concept(name)
    assert found is not None
    return found


def _case(place: int) -> Scene:
    about = {0: "gap", 1: "called wrong", 2: "long"}[place]

    def draw(say: Say) -> Screen:
        likely = (_concept("docker"), _concept("kernel"))
        return show_cases.case_screen(_cases(), place, likely, None, say)

    return Scene(show_cases.case_screen, about, draw)


def _cases() -> tuple[Case, ...]:
    return cases(MISSED)


def _taught(say: Say) -> Screen:
    note = show_cases.taught_words(LESSONS[0], _concept("docker"), say)
    likely = (_concept("kernel"),)
    now = _concept("kernel")
    return show_cases.case_screen(_cases()[1:2], 0, likely, now, say, note=note, undo=12)


def _none(say: Say) -> Screen:
    note = show_cases.taught_words(LESSONS[1], None, say)
    return show_cases.case_screen((), 0, (), None, say, note=note, undo=11)


def _lessons(page: int, about: str) -> Scene:
    def draw(say: Say) -> Screen:
        names = {CHIEF: "운영자"}
        note = show_lessons.undone_words(LESSONS[0], say, is_new=page == 0)
        return show_lessons.lessons_screen(LESSONS, page, _library(), names, say, note=note)

    return Scene(show_lessons.lessons_screen, about, draw)


def _why(about: str, asked: Asked, found: Finding) -> Scene:
    return Scene(show.why_screen, about, lambda say: show.why_screen(asked, found, _library(), say))


def _with_why(say: Say) -> Screen:
    screen = show.concept_screen(1, _concept("docker"), _library(), say, page=0, private=True)
    return show.with_why(screen, 1, say)


def _found(say: Say) -> Screen:
    guild = GuildId(1)
    return show_wishes.found_screen(5, guild, LONG, _concept("docker"), _library(), say)


def _found_gone(say: Say) -> Screen:
    return show_wishes.found_screen(5, GuildId(1), "무지개표는?", None, _library(), say)


SCENES = [
    _case(0),
    _case(1),
    _case(2),
    Scene(show_cases.case_screen, "just taught, answered by now", _taught),
    Scene(show_cases.case_screen, "none left", _none),
    Scene(show_cases.type_modal, "", lambda say: show_cases.type_modal(_cases()[0], say)),
    _lessons(0, "first page"),
    _lessons(1, "last page, undone before"),
    Scene(
        show_lessons.lessons_screen,
        "none",
        lambda say: show_lessons.lessons_screen((), 0, _library(), {}, say),
    ),
    _why("answered", ASKED, FOUND),
    _why("by meaning", ASKED, replace(FOUND, confidence=0.95, why=replace(WHY, meaning=0.85))),
    _why(
        "taught since",
        replace(ASKED, outcome=Outcome.GAP, concept=None, previous=None),
        replace(FOUND, why=Why(taught="무지개표", read_as="무지개표")),
    ),
    _why("an honest no", replace(ASKED, outcome=Outcome.GAP, concept=None), finding()),
    Scene(show.with_why, "", _with_why),
    Scene(
        told.judged_screen,
        "bad, may wait",
        lambda say: told.judged_screen(1, say, good=False, can_wait=True),
    ),
    Scene(show_wishes.wished_screen, "", lambda say: show_wishes.wished_screen(9, say)),
    Scene(show_wishes.unwished_screen, "", show_wishes.unwished_screen),
    Scene(show_wishes.found_screen, "", _found),
    Scene(show_wishes.found_screen, "the note left", _found_gone),
    Scene(show_wishes.stopped_screen, "two", lambda say: show_wishes.stopped_screen(2, say)),
    Scene(show_wishes.stopped_screen, "none", lambda say: show_wishes.stopped_screen(0, say)),
]
