"""Who voted: the member's own number, or in an anonymous discussion what only its key can make."""

import secrets
from hashlib import blake2b

from bot.discussion.model import Discussion, Voter
from bot.ids import MemberId

KEY_BYTES = 32
VOTER_BYTES = 16
_MEMBER_BYTES = 8


class KeyDestroyed(Exception):
    """The discussion is anonymous, and its key is gone: nobody can tell any more who is who."""


def new_key() -> bytes:
    """Return a fresh key for one anonymous discussion (256 random bits)."""
    return secrets.token_bytes(KEY_BYTES)


def nobody() -> Voter:
    """Return a random name, to which the votes of a member who is forgotten are left."""
    return Voter(secrets.token_hex(VOTER_BYTES))


def voter_of(discussion: Discussion, key: bytes | None, member: MemberId) -> Voter:
    """Return under which name ``member`` takes part in ``discussion``.

    Anonymous: keyed BLAKE2b (RFC 7693, section 2.5) of the member's number, 128 bits long. All
    member ids can be tried by whoever has the key, so the key is what has to go.

    Raises:
        KeyDestroyed: it is anonymous, and there is no key.
    """
    if not discussion.anonymous:
        return Voter(str(member))
    if key is None:
        raise KeyDestroyed
    digest = blake2b(member.to_bytes(_MEMBER_BYTES, "big"), key=key, digest_size=VOTER_BYTES)
    return Voter(digest.hexdigest())
