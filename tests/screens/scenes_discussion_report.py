"""The report of a discussion, of each kind."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from bot.content.model import Text
from bot.content.reader import read
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.discussion.model import (
    Discussion,
    Lengths,
    Mark,
    Marking,
    Material,
    OpenQuestion,
    Phase,
    Reason,
    Vote,
    Voter,
)
from bot.discussion.report import Report, report_of
from bot.discussion.show import report
from bot.discussion.snapshot import PromptSnapshot
from bot.ids import ChannelId, GuildId, MemberId
from tests.screens.scene import Scene
from tests.support.group import CONTENT

NOW = datetime(2026, 1, 8, 11, tzinfo=UTC)
DEBATE, EXPERIENCE = "when-not-docker", "vmware-experience"
NAMES = {Voter("2"): "민아", Voter("3"): "준호"}
TITLES = {
    "shared-kernel": Text("커널 공유", "Shared kernel"),
    "isolation": Text("격리 수준", "Isolation"),
}
# (first stance, second stance) of each voter; None: did not vote then.
MOVES = (
    (0, 0), (0, 0), (0, 1), (0, 1), (1, 1), (1, 1), (1, 1), (1, 2), (2, 2), (2, 2), (2, 3),
    (2, None), (None, 4), (None, 4),
)  # fmt: skip


@cache
def prompt(name: str) -> PromptSnapshot:
    """Return one of the prompts that we ship."""
    return PromptSnapshot.of(next(each for each in read(CONTENT).prompts if each.id == name))


def discussion(name: str = DEBATE, *, anonymous: bool = False) -> Discussion:
    """Return one that has closed."""
    return Discussion(
        id=7,
        guild=GuildId(1),
        channel=ChannelId(2),
        thread=ChannelId(3),
        prompt=prompt(name),
        anonymous=anonymous,
        phase=Phase.CLOSED,
        ends_at=None,
        paused_left=None,
        lengths=Lengths(),
        started_by=MemberId(2),
        started_at=NOW,
        closed_at=NOW,
    )


def votes(moves: tuple[tuple[int | None, int | None], ...] = MOVES) -> tuple[Vote, ...]:
    """Return the votes of both rounds; the voters are numbered from 2 on."""
    return tuple(
        Vote(Voter(str(number)), round_, frozenset({stance}))
        for number, pair in enumerate(moves, 2)
        for round_, stance in enumerate(pair, 1)
        if stance is not None
    )


REASONS = (
    Reason(11, Voter("2"), 0, "어디서나 *똑같이* 돌아가니까요", {"field": "웹 서비스"}),
    Reason(12, Voter("6"), 1, "GUI 프로그램은 화면을 넘기기가 번거로웠어요", {"field": "데스크톱"}),
    Reason(13, Voter("11"), 2, "실시간 제어는 커널을 함께 쓰면 불안해요", {"field": "실시간 제어"}),
    Reason(14, Voter("12"), 2, "@everyone 데이터베이스는 겁나요", {"field": "데스크 톱"}),
)
MARKINGS = tuple(
    Marking(reason, Voter(str(voter)), mark)
    for reason, voters, mark in (
        (11, (3, 4, 5), Mark.AGREE),
        (11, (10, 11, 12), Mark.DIFFER),
        (13, (2, 3, 4, 6, 7, 8), Mark.AGREE),
        (13, (5,), Mark.PASS),
        (12, (13, 14, 15), Mark.PASS),
    )
    for voter in voters
)
QUESTIONS = (
    OpenQuestion(21, Voter("3"), "윈도우 컨테이너는 커널이 다른가요?"),
    OpenQuestion(22, Voter("5"), "격리가 무슨 뜻이에요?", concept="isolation"),
)
MATERIAL = Material(votes(), REASONS, MARKINGS, QUESTIONS, {"isolation": 3, "shared-kernel": 1})
CROWD = votes(
    ((0, 0),) * 9 + ((0, 1),) * 12 + ((1, 1),) * 30 + ((1, 2),) * 5 + ((2, 4),) * 2
    + ((2, 2),) * 8 + ((3, None),) * 4 + ((4, 4),) * 6 + ((None, 2),) * 4
)  # fmt: skip
TOLD = Material(
    votes=(
        Vote(Voter("2"), 1, frozenset({0, 2})),
        Vote(Voter("3"), 1, frozenset({1})),
        Vote(Voter("4"), 1, frozenset({3})),
    ),
    reasons=(
        Reason(
            31,
            Voter("2"),
            None,
            "수업에서 리눅스를 돌렸어요",
            {"used-for": "수업 과제", "liked": "망가져도 다시 켜면 돼요", "struggled": "느려요"},
        ),
        Reason(
            32, Voter("3"), 1, "한 번 켜 봤어요", {"used-for": "수업과제", "struggled": "느려요"}
        ),
    ),
)


def came_to(material: Material, *, name: str = DEBATE, anonymous: bool = False) -> Report:
    """Return the report."""
    return report_of(discussion(name, anonymous=anonymous), material, TITLES)


def _scene(about: str, material: Material, *, name: str = DEBATE, anonymous: bool = False) -> Scene:
    def draw(say: Say) -> Screen:
        held = discussion(name, anonymous=anonymous)
        counted = came_to(material, name=name, anonymous=anonymous)
        return report.report_screen(held, counted, say, names=NAMES)

    return Scene(report.report_screen, about, draw)


SCENES = (
    _scene("a debate", MATERIAL),
    _scene("an anonymous debate, few", MATERIAL, anonymous=True),
    _scene("an anonymous debate, many", replace(MATERIAL, votes=CROWD), anonymous=True),
    _scene("nobody voted again", replace(MATERIAL, votes=votes(((0, None), (1, None))))),
    _scene("nobody voted", Material()),
    _scene("an experience", TOLD, name=EXPERIENCE),
)
