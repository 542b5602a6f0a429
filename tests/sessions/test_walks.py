"""Moves, presses, waits and restarts in any order, over the real ledger: nothing said is lost."""

import random
from datetime import timedelta

import pytest

from bot.ids import MemberId
from bot.sessions.model import Move, Phase, Session, Understood
from bot.sessions.recap import Recap
from bot.sessions.refusals import ExtendedTooFar, NotOnCard, SessionOver
from bot.sessions.service import standing
from bot.storage.work import Storage
from tests.posts.posts import MEMBER
from tests.sessions.room import JUN, MINA, SEO, Room, built
from tests.sessions.test_phases import require_defined

STEPS = 24
PEOPLE = (MINA, JUN, SEO)
MOVES = (Move.NEXT, Move.NEXT, Move.NEXT, Move.BACK, Move.EXTEND, Move.PAUSE, Move.RESUME)
WAITS = tuple(timedelta(minutes=each) for each in (0, 1, 3, 20))


@pytest.mark.parametrize("seed", range(3))
async def test_no_walk_through_a_session_loses_attendance_or_an_answer(
    storage: Storage, seed: int
) -> None:
    dice = random.Random(seed)
    room = built(storage)
    session = await room.start()
    there: set[int] = set()
    said: dict[tuple[int, str], bool] = {}
    for _ in range(STEPS):
        member = dice.choice(PEOPLE)
        match dice.choice(("move", "move", "attend", "answer", "answer", "wait", "restart")):
            case "move":
                session = await moved(room, session, dice.choice(MOVES))
            case "attend" if not session.is_over:
                _, is_new = await room.attend(session, member)
                assert is_new == (member not in there)
                there.add(member)
            case "answer":
                is_clear = dice.random() < 0.5
                if await answered(room, session, member, is_clear=is_clear):
                    assert session.part is not None
                    there.add(member)
                    said[member, session.part.concept or ""] = is_clear
            case "wait":
                await room.live(dice.choice(WAITS))
            case "restart":
                room = built(storage, after=room)
                await room.live()
        session = await room.stands(session)
        require_defined(session)
        async with storage.reading() as work:
            assert (await standing(work, session, MEMBER)).present == len(there)

    session = await room.lead(session, Move.END)

    assert session.phase is Phase.ENDED
    recap = Recap.from_json((await room.post(session)).claim.snapshot["recap"])
    assert recap.present == len(there)
    for card in recap.cards:
        kept = [clear for (_, concept), clear in said.items() if concept == card.concept]
        assert card.answers == Understood(sum(kept), len(kept) - sum(kept))


async def moved(room: Room, session: Session, move: Move) -> Session:
    try:
        return await room.lead(session, move)
    except (ExtendedTooFar, SessionOver):
        return await room.stands(session)


async def answered(room: Room, session: Session, member: MemberId, *, is_clear: bool) -> bool:
    """Answer the newest post; return whether it was taken."""
    try:
        await room.say(session, await room.post(session), member, is_clear=is_clear)
    except (NotOnCard, SessionOver):
        return False
    return True
