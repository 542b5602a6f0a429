"""Counting stances."""

from bot.discussion.model import Vote, Voter
from bot.discussion.tally import Tally, held_by, tally_of


def vote(voter: str, round_: int, *stances: int) -> Vote:
    return Vote(Voter(voter), round_, frozenset(stances))


def test_a_round_counts_only_its_own_votes() -> None:
    votes = (vote("1", 1, 0), vote("2", 1, 0), vote("1", 2, 2))

    assert tally_of(votes, 3, 1) == Tally((2, 0, 0), 2)
    assert tally_of(votes, 3, 2) == Tally((0, 0, 1), 1)


def test_who_takes_several_stances_is_still_one_voter() -> None:
    tally = tally_of((vote("1", 1, 0, 2), vote("2", 1, 2)), 3, 1)

    assert tally == Tally((1, 0, 2), 2)
    assert tally.share(2) == 1.0


def test_a_half_per_cent_is_rounded_up_and_nobody_is_no_share() -> None:
    assert Tally((1, 199), 200).percent(0) == 1
    assert Tally((0, 0), 0).percent(0) == 0


def test_a_member_holds_what_they_took_last() -> None:
    votes = (vote("1", 2, 1), vote("1", 1, 0), vote("2", 1, 0))

    assert held_by(votes) == {Voter("1"): frozenset({1}), Voter("2"): frozenset({0})}
