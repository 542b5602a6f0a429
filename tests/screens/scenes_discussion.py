"""Every screen of discussions but the report: posts, private pages, moderators', proposals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.content.model import PromptKind
from bot.discord_ui.screens import ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.buttons import Decision
from bot.discussion.minutes import minutes_of
from bot.discussion.model import Discussion, Mark, Material, Mine, Phase, Vote, Voted, Voter
from bot.discussion.proposal import DraftPrompt, Proposal, ProposalPage
from bot.discussion.reasons import Marks, in_turn, marks_of
from bot.discussion.report import reasons_shown
from bot.discussion.show import answers, listing, posts, proposals, questions, reasons, voting
from bot.discussion.tally import Tally, tally_of
from bot.ids import GuildId, MemberId
from tests.screens.scene import Scene
from tests.screens.scenes_discussion_report import (
    DEBATE,
    EXPERIENCE,
    MATERIAL,
    NAMES,
    NOW,
    QUESTIONS,
    REASONS,
    TITLES,
    TOLD,
    came_to,
    discussion,
)

POST, STANCES = 4, 5
ME, MINA = Voter("9"), MemberId(2)
FIRST = tally_of(MATERIAL.votes, STANCES, 1)
FEW = replace(MATERIAL, votes=())
ORDERED, MARKS = in_turn(REASONS, MATERIAL.markings), marks_of(MATERIAL.markings)
SIX = tuple(replace(REASONS[0], id=100 + number) for number in range(6))
MANY = tuple(replace(QUESTIONS[0], id=50 + number) for number in range(8))
DRAFT = DraftPrompt(
    PromptKind.DEBATE,
    "스터디 *시간*",
    "주말 오전이 나을까요, @everyone 평일 저녁이 나을까요?",
    ("주말 오전", "평일 저녁"),
    "늘 늦게 끝나요",
    ("온라인이라면 어때요?",),
)
PROPOSAL = Proposal(3, GuildId(1), MINA, DRAFT, NOW)


def going_on(
    phase: Phase, name: str = DEBATE, *, anonymous: bool = False, **changes: object
) -> Discussion:
    """Return a discussion in ``phase``."""
    over = discussion(name, anonymous=anonymous)
    ends_at = NOW + timedelta(days=1) if phase.is_open else None
    held = replace(over, phase=phase, ends_at=ends_at, closed_at=None if phase.is_open else NOW)
    return replace(held, **changes)  # type: ignore[arg-type]


VOTING = going_on(Phase.FIRST_VOTE)
ARGUING = going_on(Phase.ARGUMENT)
AGAIN = going_on(Phase.SECOND_VOTE)
SHARING = going_on(Phase.SHARING, EXPERIENCE)
SECRET = going_on(Phase.ARGUMENT, anonymous=True)
PAUSED = replace(ARGUING, ends_at=None, paused_left=timedelta(hours=3))
OVER = discussion()


def voted(held: Discussion, now: set[int], before: set[int] | None = None) -> Voted:
    """Return a vote that was stored."""
    vote = Vote(ME, 1, frozenset(now))
    return Voted(held, vote, None if before is None else frozenset(before))


def mine(held: Discussion, **changes: object) -> Mine:
    """Return what the reader put in."""
    return replace(Mine(held, ME, frozenset({1})), **changes)  # type: ignore[arg-type]


def scene(
    shower: Callable[..., object], about: str, draw: Callable[[Say], Screen | ModalScreen]
) -> Scene:
    """Return the scene of ``shower``."""
    return Scene(shower, about, draw)


def page(
    held: Discussion, own: Mine | None, at: int = 0, **more: object
) -> Callable[[Say], Screen]:
    """Return what draws a page of the reasons."""
    listed = more.pop("ordered", ORDERED)
    return lambda say: reasons.reasons_page_screen(
        held,
        listed,  # type: ignore[arg-type]
        MARKS,
        own,
        at,
        say,
        **more,  # type: ignore[arg-type]
    )


def opening(about: str, held: Discussion) -> Scene:
    """Return the scene of an opening post."""
    return Scene(posts.opening_screen, about, lambda say: posts.opening_screen(POST, held, 14, say))


def confirming(decision: Decision) -> Scene:
    """Return the scene of what a moderator confirms."""
    return Scene(
        listing.confirm_screen,
        decision.name.lower(),
        lambda say: listing.confirm_screen(VOTING, decision, 14, say),
    )


def proposing(kind: PromptKind) -> Scene:
    """Return the scene of a form for a prompt."""
    return Scene(
        proposals.proposal_modal,
        kind.value,
        lambda say: proposals.proposal_modal(kind, buttons.proposed(0), say),
    )


OPENINGS = tuple(
    opening(about, held)
    for about, held in (
        ("a debate", VOTING),
        ("an anonymous debate", going_on(Phase.FIRST_VOTE, anonymous=True)),
        ("an experience", SHARING),
        ("paused", replace(VOTING, ends_at=None, paused_left=timedelta(hours=3))),
        ("arguing", ARGUING),
        ("closed", OVER),
        ("cancelled", going_on(Phase.CANCELLED, thread=None)),
    )
)
POSTS = (
    scene(posts.argument_screen, "", lambda say: posts.argument_screen(POST, ARGUING, FIRST, say)),
    scene(
        posts.argument_screen,
        "nobody voted",
        lambda say: posts.argument_screen(POST, ARGUING, Tally((0,) * STANCES, 0), say),
    ),
    scene(posts.reasons_screen, "", lambda say: posts.reasons_screen(POST, ARGUING, MATERIAL, say)),
    scene(
        posts.reasons_screen,
        "anonymous",
        lambda say: posts.reasons_screen(POST, SECRET, MATERIAL, say),
    ),
    scene(
        posts.reasons_screen,
        "more than a page",
        lambda say: posts.reasons_screen(POST, ARGUING, replace(FEW, reasons=SIX), say),
    ),
    scene(
        posts.reasons_screen,
        "none",
        lambda say: posts.reasons_screen(POST, ARGUING, Material(), say),
    ),
    scene(
        posts.reasons_screen, "not yet", lambda say: posts.reasons_screen(POST, ARGUING, None, say)
    ),
    scene(
        posts.reasons_screen,
        "an experience",
        lambda say: posts.reasons_screen(POST, SHARING, TOLD, say),
    ),
    scene(
        posts.reasons_screen,
        "an experience, none",
        lambda say: posts.reasons_screen(POST, SHARING, Material(), say),
    ),
    scene(
        posts.reasons_screen, "closed", lambda say: posts.reasons_screen(POST, OVER, MATERIAL, say)
    ),
    scene(posts.second_screen, "", lambda say: posts.second_screen(POST, AGAIN, 3, say)),
    scene(posts.second_screen, "over", lambda say: posts.second_screen(POST, OVER, 3, say)),
    scene(
        posts.follow_up_screen,
        "",
        lambda say: posts.follow_up_screen(POST, ARGUING, ARGUING.prompt.follow_ups[0], say),
    ),
    scene(
        posts.report_post,
        "in the channel",
        lambda say: posts.report_post(POST, OVER, came_to(MATERIAL), say, in_thread=False),
    ),
)
VOTES = (
    scene(voting.voted_screen, "", lambda say: voting.voted_screen(voted(VOTING, {0}), say)),
    scene(
        voting.voted_screen,
        "the same",
        lambda say: voting.voted_screen(voted(VOTING, {0}, {0}), say),
    ),
    scene(
        voting.voted_screen, "anew", lambda say: voting.voted_screen(voted(VOTING, {0}, {2}), say)
    ),
    scene(
        voting.voted_screen,
        "an experience",
        lambda say: voting.voted_screen(voted(SHARING, {0, 2}), say),
    ),
    scene(voting.change_screen, "", lambda say: voting.change_screen(VOTING, frozenset({0}), say)),
    scene(voting.change_screen, "several", lambda say: voting.change_screen(SHARING, None, say)),
    scene(voting.why_modal, "", lambda say: voting.why_modal(VOTING, None, say)),
    scene(voting.why_modal, "again", lambda say: voting.why_modal(VOTING, REASONS[0], say)),
    scene(voting.why_modal, "an experience", lambda say: voting.why_modal(SHARING, None, say)),
    scene(voting.written_screen, "", lambda say: voting.written_screen(VOTING, REASONS[0], say)),
    scene(
        voting.written_screen,
        "anonymous",
        lambda say: voting.written_screen(SECRET, REASONS[0], say),
    ),
    scene(
        voting.mine_screen,
        "",
        lambda say: voting.mine_screen(
            mine(VOTING, reasons=(REASONS[0],), questions=QUESTIONS[:1]), say
        ),
    ),
    scene(
        voting.mine_screen, "nothing", lambda say: voting.mine_screen(mine(VOTING, first=None), say)
    ),
    scene(
        voting.mine_screen,
        "before the second vote",
        lambda say: voting.mine_screen(
            mine(AGAIN, reasons=(REASONS[1],)),
            say,
            against=REASONS[2],
            agreed=REASONS[:2],
            answered=QUESTIONS[1:],
            titles=TITLES,
        ),
    ),
    scene(
        voting.mine_screen,
        "over",
        lambda say: voting.mine_screen(mine(OVER, second=frozenset({2})), say),
    ),
    scene(voting.forgotten_screen, "", lambda say: voting.forgotten_screen(OVER, say)),
)
ARGUMENT = (
    scene(
        reasons.reasons_page_screen,
        "with my marks",
        page(ARGUING, mine(ARGUING, voter=Voter("2"), marks={13: Mark.AGREE}), names=NAMES),
    ),
    scene(
        reasons.reasons_page_screen, "a moderator's", page(ARGUING, mine(ARGUING), moderates=True)
    ),
    scene(
        reasons.reasons_page_screen,
        "the second page",
        page(ARGUING, mine(ARGUING), 9, ordered=SIX, note="표시했어요."),
    ),
    scene(
        reasons.reasons_page_screen, "over and anonymous", page(discussion(anonymous=True), None)
    ),
    scene(reasons.reasons_page_screen, "none", page(ARGUING, mine(ARGUING), ordered=())),
    scene(
        reasons.against_screen,
        "",
        lambda say: reasons.against_screen(ARGUING, REASONS[2], MARKS[13], say, NAMES),
    ),
    scene(
        reasons.against_screen,
        "none",
        lambda say: reasons.against_screen(ARGUING, None, Marks(), say),
    ),
    scene(questions.ask_modal, "", lambda say: questions.ask_modal(ARGUING, say)),
    scene(questions.asked_screen, "", lambda say: questions.asked_screen(QUESTIONS[0], say)),
    scene(
        questions.answer_modal, "", lambda say: questions.answer_modal(ARGUING, QUESTIONS[0], say)
    ),
    scene(
        questions.questions_screen,
        "",
        lambda say: questions.questions_screen(ARGUING, QUESTIONS, 0, TITLES, say, names=NAMES),
    ),
    scene(
        questions.questions_screen,
        "anonymous, many",
        lambda say: questions.questions_screen(SECRET, MANY, 1, TITLES, say),
    ),
    scene(
        questions.questions_screen,
        "none",
        lambda say: questions.questions_screen(ARGUING, (), 0, TITLES, say),
    ),
)
LISTS = (
    scene(
        listing.discussions_screen,
        "",
        lambda say: listing.discussions_screen(
            [
                listing.Going(mine(VOTING, reasons=REASONS[:1]), 14),
                listing.Going(mine(replace(SHARING, id=8), first=None), 3),
            ],
            say,
        ),
    ),
    scene(listing.discussions_screen, "none", lambda say: listing.discussions_screen([], say)),
    scene(listing.started_screen, "", lambda say: listing.started_screen(VOTING, say)),
    scene(listing.going_screen, "", lambda say: listing.going_screen(VOTING, say)),
    *(confirming(decision) for decision in Decision),
    scene(listing.decided_screen, "", lambda say: listing.decided_screen(PAUSED, say)),
    scene(
        listing.all_screen,
        "",
        lambda say: listing.all_screen([VOTING, replace(SECRET, id=9), replace(OVER, id=5)], say),
    ),
    scene(listing.all_screen, "none", lambda say: listing.all_screen([], say)),
    scene(listing.again_screen, "", lambda say: listing.again_screen(VOTING, say)),
    scene(
        listing.export_screen,
        "",
        lambda say: listing.export_screen(
            OVER, minutes_of(OVER, came_to(MATERIAL), reasons_shown(OVER, MATERIAL), say), say
        ),
    ),
    scene(
        answers.going_on_screen,
        "",
        lambda say: answers.going_on_screen(VOTING, 14, Screen("", ()), say),
    ),
    scene(
        answers.came_to_screen,
        "",
        lambda say: answers.came_to_screen(OVER, came_to(MATERIAL), Screen(), say),
    ),
)
PROPOSALS = (
    *(proposing(kind) for kind in PromptKind),
    scene(
        proposals.proposal_modal,
        "to change",
        lambda say: proposals.proposal_modal(DRAFT.kind, buttons.edited(3), say, DRAFT),
    ),
    scene(proposals.proposed_screen, "", lambda say: proposals.proposed_screen(DRAFT, say)),
    scene(
        proposals.proposal_screen,
        "",
        lambda say: proposals.proposal_screen(
            ProposalPage(PROPOSAL, 1, 2, after=4), {MINA: "민아"}, say
        ),
    ),
    scene(
        proposals.proposal_screen,
        "none left",
        lambda say: proposals.proposal_screen(ProposalPage(None), {}, say),
    ),
)
SCENES = (*OPENINGS, *POSTS, *VOTES, *ARGUMENT, *LISTS, *PROPOSALS)
