"""What a discussion came to: counted, stored, shown."""

import json
from dataclasses import replace

import pytest

from bot.content.model import Text
from bot.discord_ui.words import LANGUAGES, voice
from bot.discussion.model import Material, Reason, Vote, Voter
from bot.discussion.outcome import Cited, FieldShown, Report, UnreadableReport
from bot.discussion.report import reasons_shown, report_of
from bot.discussion.shift import Shift
from bot.discussion.show.report import report_screen
from bot.discussion.tally import Tally
from tests.screens.scenes_discussion_report import (
    CROWD,
    EXPERIENCE,
    MATERIAL,
    NAMES,
    TITLES,
    TOLD,
    came_to,
    discussion,
    votes,
)
from tests.support.limits import breaches

KO = voice("ko")


def test_a_report_counts_everything_once() -> None:
    report = came_to(MATERIAL)

    assert report.first == Tally((4, 4, 4, 0, 0), 12)
    assert report.second == Tally((2, 5, 3, 1, 2), 13)
    assert report.shift is not None
    assert (report.shift.n, report.shift.moved, report.members) == (11, 4, 14)
    assert [each.text for each in report.agreed] == ["실시간 제어는 커널을 함께 쓰면 불안해요"]
    assert [each.text for each in report.divisive] == ["어디서나 *똑같이* 돌아가니까요"]
    assert [each.text for each in report.open_questions] == ["윈도우 컨테이너는 커널이 다른가요?"]
    assert report.cited[0] == Cited("isolation", Text("격리 수준", "Isolation"), 3)
    assert report.reasons == 4


def test_a_field_counts_each_member_once_whatever_the_spacing() -> None:
    report = came_to(MATERIAL)

    assert report.fields == (
        FieldShown("field", (("데스크톱", 2), ("실시간 제어", 1), ("웹 서비스", 1))),
    )


def test_a_hidden_reason_is_in_no_part_of_a_report() -> None:
    gone = tuple(replace(reason, hidden=True) for reason in MATERIAL.reasons)
    report = came_to(replace(MATERIAL, reasons=gone))

    assert (report.agreed, report.divisive, report.reasons) == ((), (), 0)
    assert report.fields == (FieldShown("field", ()),)


def test_an_experience_has_one_vote_and_no_shift() -> None:
    report = came_to(TOLD, name=EXPERIENCE)

    assert report.first == Tally((1, 1, 1, 1), 3)
    assert (report.second, report.shift, report.members) == (None, None, 3)
    assert report.fields[0] == FieldShown("used-for", (("수업 과제", 2),))


def test_without_second_votes_there_is_only_the_first_vote() -> None:
    report = came_to(Material(votes(((0, None), (1, None)))))

    assert (report.second, report.shift, report.members) == (None, None, 2)


@pytest.mark.parametrize("material", [MATERIAL, Material(), replace(MATERIAL, votes=CROWD)])
@pytest.mark.parametrize("anonymous", [True, False])
def test_a_report_is_read_back_as_it_was_stored(material: Material, anonymous: bool) -> None:
    report = came_to(material, anonymous=anonymous)

    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report


def test_a_report_of_another_version_is_refused() -> None:
    with pytest.raises(UnreadableReport):
        Report.from_json({**came_to(MATERIAL).to_json(), "v": 99})


def test_an_anonymous_report_holds_no_voter_and_nothing_to_subtract_from() -> None:
    report = came_to(replace(MATERIAL, votes=CROWD), anonymous=True)
    stored = report.to_json()

    assert all(each.author is None for each in (*report.agreed, *report.divisive))
    assert all(each.author is None for each in report.open_questions)
    assert report.members is None
    assert isinstance(report.shift, Shift)
    assert report.shift.merged
    assert stored["members"] is None


def test_who_asks_to_be_forgotten_is_named_no_more() -> None:
    report = came_to(MATERIAL).forgetting(Voter("2")).forgetting(Voter("3"))

    assert [each.author for each in report.divisive] == [None]
    assert [each.author for each in report.open_questions] == [None]
    assert [each.author for each in report.agreed] == [Voter("11")]


def test_all_reasons_are_given_in_turn_with_their_marks() -> None:
    shown = reasons_shown(discussion(), MATERIAL)

    assert [each.stance for each in shown] == [0, 1, 2, 2]
    assert [each.marks.agree for each in shown] == [3, 0, 6, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figure_and_its_words_have_the_same_numbers(language: str) -> None:
    screen = report_screen(discussion(), came_to(MATERIAL), voice(language), names=NAMES)
    words = "\n".join(field.value or "" for field in screen.embeds[0].fields)

    (picture,) = screen.pictures
    for stance, before, after in zip(
        discussion().prompt.stances, (4, 4, 4, 0, 0), (2, 5, 3, 1, 2), strict=True
    ):
        label = stance.label.into(language)
        numbers = f"{before}명 → {after}명" if language == "ko" else f"{before} → {after}"
        assert f"{label}: {numbers}" in words
        assert f"{label} {numbers}" in picture.alt


def test_what_members_wrote_is_no_markdown_and_pings_nobody() -> None:
    loud = Material(
        votes=votes(),
        reasons=(Reason(1, Voter("2"), 0, "**@everyone** [여기](https://a.example)"),),
        markings=tuple(replace(each, reason=1) for each in MATERIAL.markings if each.reason == 13),
    )
    screen = report_screen(discussion(), came_to(loud), KO, names={Voter("2"): "_민아_"})
    text = "\n".join(field.value or "" for field in screen.embeds[0].fields)

    assert "@everyone" not in text
    assert "**" not in text.replace("\\*\\*", "")
    assert "](" not in text
    assert "\\_민아\\_" in text


def test_the_longest_report_is_within_discords_limits() -> None:
    prompt = discussion().prompt
    label = Text("긴" * 80, "l" * 80)
    long_prompt = replace(
        prompt,
        title=Text("제" * 60, "t" * 60),
        question=Text("물" * 300, "q" * 300),
        stances=tuple(replace(stance, label=label) for stance in prompt.stances),
        fields=tuple(
            replace(prompt.fields[0], id=str(number), label=Text("난" * 45)) for number in range(4)
        ),
    )
    everybody = tuple(
        Vote(Voter(str(1000 + number)), round_, frozenset({stance}))
        for number in range(500)
        for round_, stance in ((1, number % 5), (2, number // 5 % 5))
    )
    reasons = tuple(
        Reason(
            number,
            Voter(str(1000 + number)),
            number % 5,
            "*" * 300,
            {str(field): f"{number}" + "_" * 295 for field in range(4)},
        )
        for number in range(300)
    )
    markings = tuple(
        replace(each, reason=number)
        for number in range(60)
        for each in MATERIAL.markings
        if each.reason == (13 if number % 2 else 11)
    )
    citations = {f"concept-{number}": number + 1 for number in range(40)}
    held = replace(discussion(), prompt=long_prompt)
    material = Material(
        (*everybody, *votes()), reasons, markings, MATERIAL.questions * 30, citations
    )
    report = report_of(held, material, {name: Text("개" * 60) for name in citations} | TITLES)

    for language in LANGUAGES:
        screen = report_screen(held, report, voice(language))
        assert breaches(screen) == []
        assert len(screen.pictures[0].alt) <= 1024
