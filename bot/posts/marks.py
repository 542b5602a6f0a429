"""Recognises a post among a channel's messages after a crash (pure; see docs/decisions)."""

from dataclasses import dataclass

from bot.posts.model import Post


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells a message of ours apart: its buttons' custom ids, its words, its nonce if told."""

    message: int
    custom_ids: frozenset[str]
    words: str
    nonce: str | None = None


def words_of(*texts: str | None) -> str:
    """Return ``texts`` as one line, without the spaces that Discord trims."""
    return " ".join(" ".join(text for text in texts if text).split())


def shows(seen: Seen, post: Post, looks: Seen) -> bool:
    """Tell whether the message ``seen`` is ``post``, which ``looks`` so.

    Custom ids carry the row's number, so they decide where there are any. Without buttons, the same
    words decide: the caller leaves out messages that belong to other posts, and sends one post at a
    time to a channel, so no second post with these words can be on its way there.
    """
    if seen.nonce == post.nonce:
        return True
    if looks.custom_ids:
        return seen.custom_ids == looks.custom_ids
    return bool(looks.words) and seen.words == looks.words and not seen.custom_ids
