"""The buttons by which a round is steered, and what a press on one says privately."""

from dataclasses import dataclass
from typing import Self

from bot.discord_ui.screens import Button, Screen, Style
from bot.discord_ui.words import Say
from bot.quiz.rounds import buttons
from bot.quiz.rounds.model import Move, Phase, Round

_STYLES: dict[Move, Style] = {Move.STOP: "danger"}


@dataclass(frozen=True, slots=True)
class Controls:
    """What the buttons must know: of which round, at which turn, whether it pauses.

    ``has_next``: there is something to go on to before its time.
    """

    round: int
    turn: int
    is_paused: bool = False
    has_next: bool = True

    @classmethod
    def of(cls, each: Round, turn: int) -> Self | None:
        """Return what steers ``each``; None once it is over."""
        if each.is_over:
            return None
        has_next = each.stage is not Phase.OPENING
        return cls(each.number, turn, each.phase is Phase.PAUSED, has_next)


def control_row(post: int, controls: Controls, say: Say) -> tuple[Button, ...]:
    """Return the row of buttons."""
    moves = [Move.RESUME] if controls.is_paused else [Move.PAUSE] if controls.has_next else []
    moves += [Move.SKIP] if controls.has_next else []
    return tuple(
        Button(
            say(f"round-move-{move.name.lower()}"),
            buttons.steer(post, controls.round, controls.turn, move),
            _STYLES.get(move, "secondary"),
        )
        for move in (*moves, Move.STOP)
    )


def steered_screen(move: Move, say: Say, *, is_new: bool) -> Screen:
    """Say privately what the press did, or that it was done already."""
    name = f"round-move-{move.name.lower()}"
    return Screen(say(f"{name}.done" if is_new else f"{name}.already"))


def started_screen(started: Round, say: Say) -> Screen:
    """Say privately that the round begins."""
    items = len(started.items)
    return Screen(say("round-started", channel=f"<#{started.channel}>", items=items))
