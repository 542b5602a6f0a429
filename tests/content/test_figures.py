"""Every figure we drew has a PNG that matches its SVG and fits Discord's embeds."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "render_figures.py"
FIGURES = sorted(ROOT.glob("content/*/figures/*.svg"))
ICON = ROOT / "docs" / "images" / "doran.svg"
FIGURE_WIDTH = 1200
ICON_WIDTH = 256
MAX_BYTES = 300 * 1024


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), "--check", "--root", str(root)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "topic" / "figures"
    folder.mkdir(parents=True)
    for suffix in (".svg", ".png"):
        shutil.copy(FIGURES[0].with_suffix(suffix), folder / f"figure{suffix}")
    return folder


def test_the_first_note_has_its_four_figures() -> None:
    assert {svg.stem for svg in FIGURES if svg.parts[-3] == "docker-and-vm"} >= {
        "server-before-after",
        "vm-container-layers",
        "hypervisor-types",
        "image-container",
    }


@pytest.mark.parametrize("svg", [*FIGURES, ICON], ids=lambda svg: svg.stem)
def test_the_png_was_drawn_from_the_svg_as_it_is_now(svg: Path) -> None:
    source = svg.read_text(encoding="utf-8").encode()

    with Image.open(svg.with_suffix(".png")) as png:
        png.load()
        drawn_from = png.info.get("Doran-Source-SHA256")

    assert drawn_from == hashlib.sha256(source).hexdigest(), "run: python tools/render_figures.py"


@pytest.mark.parametrize(
    ("svg", "width"),
    [*((figure, FIGURE_WIDTH) for figure in FIGURES), (ICON, ICON_WIDTH)],
    ids=lambda value: value.stem if isinstance(value, Path) else str(value),
)
def test_the_png_has_its_width_and_loads_fast(svg: Path, width: int) -> None:
    png = svg.with_suffix(".png")

    with Image.open(png) as image:
        drawn_width = image.width

    assert drawn_width == width
    assert png.stat().st_size <= MAX_BYTES


@pytest.mark.parametrize("svg", FIGURES, ids=lambda svg: svg.stem)
def test_a_figure_keeps_its_full_width_in_an_embed(svg: Path) -> None:
    with Image.open(svg.with_suffix(".png")) as image:
        width, height = image.size

    # Discord shows an embed's picture in at most 400 x 300; a taller one is shrunk by its height.
    assert height * 4 <= width * 3


def test_a_check_passes_when_every_png_is_up_to_date(copied: Path) -> None:
    checked = check(copied.parents[2])

    assert (checked.returncode, checked.stdout) == (0, "1 of 1 figures are up to date.\n")


def test_a_check_names_the_svg_that_changed_after_its_png(copied: Path) -> None:
    svg = copied / "figure.svg"
    svg.write_text(svg.read_text(encoding="utf-8") + "<!-- changed -->", encoding="utf-8")

    checked = check(copied.parents[2])

    assert checked.returncode == 1
    assert "figure.svg was changed after figure.png was drawn" in checked.stdout


def test_a_check_names_the_svg_that_has_no_png(copied: Path) -> None:
    (copied / "figure.png").unlink()

    checked = check(copied.parents[2])

    assert checked.returncode == 1
    assert "figure.svg has no PNG beside it" in checked.stdout


def test_a_check_names_the_png_that_is_no_picture(copied: Path) -> None:
    (copied / "figure.png").write_bytes(b"not a picture")

    checked = check(copied.parents[2])

    assert checked.returncode == 1
    assert "figure.svg has a PNG beside it that cannot be read" in checked.stdout


def test_other_line_endings_do_not_make_a_png_stale(copied: Path) -> None:
    svg = copied / "figure.svg"
    svg.write_bytes(svg.read_bytes().replace(b"\n", b"\r\n"))

    assert check(copied.parents[2]).returncode == 0
