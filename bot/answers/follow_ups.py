"""Short questions that go on from the one before: "장점은?" after "도커가 뭐야?"."""

from bot.answers.naming import Names, longest
from bot.answers.reading import Reading

MAX_ELLIPTICAL = 3  # words with content; more make a question of their own


def is_elliptical(reading: Reading, names: Names) -> bool:
    """Whether a question says too little alone: few words, and no subject's name."""
    return 0 < len(reading.content) <= MAX_ELLIPTICAL and not names.found_in(reading)


def continued(before: Reading, now: Reading, names: Names) -> list[Reading]:
    """What a short question may mean after another: its words after the other's names, or words."""
    named = tuple(
        word
        for naming in longest(names.found_in(before))
        for word in before.content[naming.start : naming.end]
    )
    contexts = dict.fromkeys(context for context in (named, before.content) if context)
    return [Reading((*context, *now.content)) for context in contexts]
