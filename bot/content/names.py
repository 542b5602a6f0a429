"""When two names are the same name: folded over case, spaces and hyphens."""

import unicodedata


def folded(name: str) -> str:
    """`Guest-OS`, `guest os` and `guestOS` give the same string."""
    # Punctuation alone (`-`) would fold to nothing, and then be the same as any other.
    plain = unicodedata.normalize("NFC", name).casefold()
    letters = "".join(char for char in plain if not char.isspace() and char not in "-‐‑–_")
    return letters or plain
