"""The figures: told apart by everybody, legible on a phone, on light and dark."""

from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageColor

from bot.discord_ui import figures
from bot.discord_ui.words import LANGUAGES, voice
from bot.discussion.bands import BANDS, FlowDrawn, ShiftDrawn, StanceDrawn, bands_of, rows_of
from bot.discussion.card import TEXT, fitted, palette
from bot.discussion.figure import BarDrawn, BarsDrawn, bars_figure
from bot.discussion.shift_figure import shift_figure
from bot.discussion.show.figures import bars_of, shift_of_report
from bot.discussion.tally import Tally
from tests.screens.scenes_discussion_report import MATERIAL, came_to, discussion

# A picture in an embed is shown this wide: Discord's client, on a screen and on most phones.
SHOWN_WIDTH = 400
SMALLEST_LETTERS = 14
# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15 (2009), severity 1.0; on linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
Colour = tuple[float, ...]


def linear(colour: str) -> Colour:
    parts = (part / 255 for part in ImageColor.getrgb(colour)[:3])
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def lab(rgb: Colour) -> Colour:
    """CIE L*a*b* (D65) of a linear sRGB colour."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in rgb)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (p ** (1 / 3) if p > 0.008856 else 7.787 * p + 16 / 116 for p in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def shift_drawn(
    stances: list[tuple[str, int, int]], flows: list[tuple[int, int, int]]
) -> ShiftDrawn:
    return ShiftDrawn(
        "제목",
        "주제",
        "처음",
        "다시",
        tuple(StanceDrawn(name, b, a, f"{b}명", f"{a}명") for name, b, a in stances),
        tuple(FlowDrawn(source, target, n, f"{n}명") for source, target, n in flows),
    )


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGBA")


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("stances", [2, 3, 4, 5])
def test_no_two_stances_look_alike_to_the_colour_blind(deficiency: str, stances: int) -> None:
    matrix = DEFICIENCIES[deficiency]
    seen = [
        lab(tuple(sum(m * c for m, c in zip(row, linear(each), strict=True)) for row in matrix))
        for each in palette(stances)
    ]

    # A difference of about 2.3 (CIE76) is just noticeable; five times that is plain.
    for one, other in combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 11.5


def test_letters_are_large_enough_on_a_phone() -> None:
    assert TEXT * SHOWN_WIDTH / figures.WIDTH >= SMALLEST_LETTERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_figures_are_opaque_cards(language: str) -> None:
    say, held = voice(language), discussion()
    shift = shift_of_report(held, came_to(MATERIAL), say)
    assert shift is not None

    for png in (shift_figure(shift), bars_figure(bars_of(held, Tally((4, 4, 4, 0, 0), 12), say))):
        image = opened(png)
        assert image.width == figures.WIDTH
        assert image.height < 1.3 * image.width
        assert image.getpixel((0, 0)) == (0, 0, 0, 0)
        middle = image.getpixel((image.width // 2, 14))
        assert isinstance(middle, tuple)
        assert middle[3] == 255
        assert min(middle[:3]) > 235


def test_a_band_is_as_wide_as_people_are_many() -> None:
    drawn = shift_drawn([("가", 30, 10), ("나", 10, 30)], [(0, 0, 10), (0, 1, 20), (1, 1, 10)])
    rows, scale, _ = rows_of(drawn.stances, 0)
    bands = bands_of(drawn.flows, rows, scale)

    widths = {(band.flow.source, band.flow.target): band.width for band in bands}
    assert widths == {(0, 0): 10 * scale, (0, 1): 20 * scale, (1, 1): 10 * scale}


def test_bands_fill_their_nodes_from_end_to_end_without_lying_on_each_other() -> None:
    flows = [(0, 0, 3), (0, 1, 2), (1, 0, 4), (1, 1, 1)]
    drawn = shift_drawn([("가", 5, 7), ("나", 5, 3)], flows)
    rows, scale, _ = rows_of(drawn.stances, 0)
    bands = bands_of(drawn.flows, rows, scale)

    for side, row in ((0, rows[0]), (1, rows[1])):
        own = sorted((b.left, b.width) for b in bands if b.flow.source == side)
        assert own[0][0] == pytest.approx(row.middle - row.left / 2)
        assert own[1][0] == pytest.approx(own[0][0] + own[0][1])
        assert sum(own[1]) == pytest.approx(row.middle + row.left / 2)


def test_whoever_stayed_goes_straight_across() -> None:
    drawn = shift_drawn([("가", 5, 5), ("나", 9, 9)], [(0, 0, 5), (1, 1, 9)])
    rows, scale, _ = rows_of(drawn.stances, 0)

    assert all(band.left == band.right for band in bands_of(drawn.flows, rows, scale))


@pytest.mark.parametrize("members", [1, 3, 14, 500])
def test_any_number_of_people_fits_the_same_card(members: int) -> None:
    drawn = shift_drawn([("가", members, 0), ("나", 0, members)], [(0, 1, members)])
    _, _, end = rows_of(drawn.stances, 0)

    assert end <= BANDS + 30
    assert opened(shift_figure(drawn)).height < figures.WIDTH


def test_nobody_at_all_and_no_title_are_drawn_too() -> None:
    empty = shift_drawn([("가", 0, 0), ("나", 0, 0)], [])

    assert opened(shift_figure(empty)).width == figures.WIDTH
    assert opened(bars_figure(BarsDrawn("", "", (BarDrawn("가", "0명", 0.0),)))).height > 0


def test_a_long_label_is_cut_between_graphemes() -> None:
    lines = fitted(FAMILY * 20, TEXT, 300, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(line.rstrip("…").replace(FAMILY, "") == "" for line in lines)
    assert all(figures.font(TEXT).getlength(line) <= 300 for line in lines)


def test_words_are_kept_whole_where_they_fit() -> None:
    assert fitted("도커가 안 맞는 분야가 꽤 많다", TEXT, 306, 4) == [
        "도커가 안 맞는",
        "분야가 꽤 많다",
    ]


def test_the_same_numbers_give_the_same_picture() -> None:
    drawn = shift_drawn([("가", 5, 3), ("나", 1, 3)], [(0, 0, 3), (0, 1, 2), (1, 1, 1)])

    assert shift_figure(drawn) == shift_figure(drawn)
