"""What a part's post shows: a value that the ledger keeps, and that is made anew to redraw it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from bot.content.model import Text
from bot.ids import ChannelId
from bot.sessions.frozen import part_json, part_of, text_json, text_of
from bot.sessions.model import Part, Phase, Session, Understood, is_revealed

NOBODY = Understood()


@dataclass(frozen=True, slots=True)
class View:
    """A part of a session as it stands.

    Attributes:
        at, total: the part's place among all, from 0.
        is_present: the session is at this part, in this turn.
        coming: what comes next; None: this is the last.
        answers: of a card, how many have answered; ``is_revealed``: and what.
        talk: of a discussion, the channel or thread where it goes on.
    """

    number: int
    turn: int
    at: int
    total: int
    part: Part
    goal: Text
    phase: Phase
    until: datetime | None
    is_present: bool
    coming: Text | None = None
    present: int = 0
    answers: Understood = NOBODY
    is_revealed: bool = False
    talk: ChannelId | None = None
    remark: str | None = None

    @classmethod
    def of(
        cls,
        session: Session,
        turn: int,
        at: int,
        *,
        present: int,
        answers: Understood,
        talk: ChannelId | None = None,
    ) -> Self:
        """Return what the post of ``turn``, which began the part ``at``, shows by now."""
        is_present = turn == session.turn and not session.is_over
        coming = session.parts[at + 1].title if at + 1 < len(session.parts) else None
        return cls(
            number=session.number,
            turn=turn,
            at=at,
            total=len(session.parts),
            part=session.parts[at],
            goal=session.goal,
            phase=session.phase,
            until=session.until if is_present else None,
            is_present=is_present,
            coming=coming,
            present=present,
            answers=answers,
            is_revealed=is_revealed(session, turn, answers, present),
            talk=talk,
            remark=session.remark if is_present else None,
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {
            "number": self.number,
            "turn": self.turn,
            "at": self.at,
            "total": self.total,
            "part": part_json(self.part),
            "goal": text_json(self.goal),
            "phase": self.phase.value,
            "until": None if self.until is None else self.until.isoformat(),
            "is_present": self.is_present,
            "coming": text_json(self.coming),
            "present": self.present,
            "answers": [self.answers.clear, self.answers.unclear],
            "is_revealed": self.is_revealed,
            "talk": self.talk,
            "remark": self.remark,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept."""
        until, talk = kept["until"], kept["talk"]
        return cls(
            number=kept["number"],
            turn=kept["turn"],
            at=kept["at"],
            total=kept["total"],
            part=part_of(kept["part"]),
            goal=text_of(kept["goal"]),
            phase=Phase(kept["phase"]),
            until=None if until is None else datetime.fromisoformat(until),
            is_present=kept["is_present"],
            coming=None if kept["coming"] is None else text_of(kept["coming"]),
            present=kept["present"],
            answers=Understood(*kept["answers"]),
            is_revealed=kept["is_revealed"],
            talk=None if talk is None else ChannelId(talk),
            remark=kept["remark"],
        )
