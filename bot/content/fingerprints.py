"""Numbers and hashes that stand for content: for its ids, and for what it says."""

import unicodedata
from hashlib import sha256

# JSON numbers stay exact up to here in every client that might read them (RFC 8259, section 6).
MAX_NUMBER = 2**53 - 1
STAMP_HEX_DIGITS = 16


def number_of(kind: str, topic: str, name: str) -> int:
    """A stable positive number below 2**53 that stands for an id where only digits fit."""
    digest = sha256(f"{kind}/{topic}/{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % MAX_NUMBER + 1


def stamp_of(*texts: str) -> str:
    """Hash of what is said, blind to spacing and to how Hangul syllables are composed."""
    folded = (" ".join(unicodedata.normalize("NFC", text).split()) for text in texts)
    return sha256("\n".join(folded).encode()).hexdigest()[:STAMP_HEX_DIGITS]
