"""The drawing of a record: readable on a phone, on light and dark."""

from io import BytesIO

import pytest
from PIL import Image, ImageColor

from bot.discord_ui import figures
from bot.discord_ui.words import LANGUAGES, voice
from bot.review.figure import Row, Section, Sheet, drawn
from bot.review.show.record import WEAK_COLOUR, sheet_of
from tests.screens.scenes_review import RECORD

# https://www.w3.org/TR/WCAG21/#contrast-minimum (text) and #non-text-contrast
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    channels = (part / 255 for part in ImageColor.getrgb(colour)[:3])
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_is_drawn_as_a_card_of_its_own(language: str) -> None:
    image = Image.open(BytesIO(drawn(sheet_of(RECORD, voice(language))))).convert("RGBA")

    assert image.width == figures.WIDTH
    assert image.height < 2 * image.width
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)
    # The palette may move a colour by a shade.
    middle = image.getpixel((image.width // 2, 12))
    assert middle == pytest.approx((*ImageColor.getrgb(figures.CARD), 255), abs=3)


def test_a_record_with_little_in_it_is_drawn_too() -> None:
    empty = Sheet("한 줄", (), ())
    long = Sheet("한 줄", (), (Section("묶음", (Row("가" * 400, "1/1 (100 %)", 1.0),)),))

    assert Image.open(BytesIO(drawn(empty))).height < Image.open(BytesIO(drawn(long))).height


@pytest.mark.parametrize("colour", [figures.INK, figures.SOFT, figures.KEY])
def test_letters_stand_out_from_the_card(colour: str) -> None:
    assert contrast(colour, figures.CARD) >= TEXT_CONTRAST


@pytest.mark.parametrize("colour", [WEAK_COLOUR, figures.KEY])
def test_bars_stand_out_from_their_track(colour: str) -> None:
    assert contrast(colour, figures.TRACK) >= SHAPE_CONTRAST
