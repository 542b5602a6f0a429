"""What the simulated people look like: the bot's icon, and a colour for each member."""

from io import BytesIO
from pathlib import Path

import simcord
from PIL import Image, ImageDraw

# The icon is kept once, with the documentation; without it the bot has a plain avatar.
DOCUMENTED_IMAGES = Path(__file__).parents[2] / "docs" / "images"
# White letters on them can be read (contrast of at least 4.5 to 1).
COLORS = ("#a05a1c", "#b1487c", "#2f7d6b", "#3b6fb5")

_CDN = "https://cdn.simcord.invalid"
_SIDE = 96


def color_of(number: int) -> str:
    """Return the colour of the server's ``number``-th member."""
    return COLORS[number % len(COLORS)]


def faces(env: simcord.Env) -> dict[str, tuple[str, bytes]]:
    """Give everyone an avatar; return address → (file name, PNG) of each."""
    people = [user for user in env.backend.users.values() if not user.bot]
    pictures = {user.id: _silhouette(color_of(number)) for number, user in enumerate(people)}
    icon = DOCUMENTED_IMAGES / "doran.png"
    if icon.is_file():
        pictures[env.backend.bot_user.id] = icon.read_bytes()
    shown = {}
    for user_id, picture in pictures.items():
        user = env.backend.get_user(user_id)
        user.avatar = "face"
        shown[f"{_CDN}/avatars/{user_id}/{user.avatar}.png"] = ("face.png", picture)
    return shown


def _silhouette(color: str) -> bytes:
    # Drawn at four times the size, so that the edges come out smooth.
    big = _SIDE * 4
    person = Image.new("RGB", (big, big), color)
    draw = ImageDraw.Draw(person)
    draw.ellipse((big * 0.34, big * 0.2, big * 0.66, big * 0.52), "white")
    draw.ellipse((big * 0.18, big * 0.6, big * 0.82, big * 1.24), "white")
    written = BytesIO()
    person.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).save(written, "PNG")
    return written.getvalue()
