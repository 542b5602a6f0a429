"""Draw a PNG beside every figure's SVG, and tell which PNG no longer matches its source.

Run as ``python tools/render_figures.py`` to draw what is missing or stale, or with ``--check``
to only report it (no browser needed; exit code 1 when something is out of date).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SOURCES = ("content/*/figures/*.svg", "docs/images/*.svg")
SOURCE_HASH_KEY = "Doran-Source-SHA256"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def source_hash(svg: Path) -> str:
    """Return the hex SHA-256 of an SVG, the same whatever line endings git checked it out with."""
    return hashlib.sha256(svg.read_text(encoding="utf-8").encode()).hexdigest()


def drawn_hash(png: Path) -> str | None:
    """Return the source hash that a PNG carries, or None when it carries none."""
    with Image.open(png) as image:
        image.load()  # A text chunk may stand after the pixels.
        found = image.info.get(SOURCE_HASH_KEY)
    return found if isinstance(found, str) else None


def fault(svg: Path) -> str | None:
    """Return what is wrong with the PNG beside this SVG, or None when it is up to date."""
    png = svg.with_suffix(".png")
    if not png.exists():
        return "has no PNG beside it"
    try:
        drawn_from = drawn_hash(png)
    except (OSError, SyntaxError):  # Pillow raises SyntaxError for a broken PNG chunk.
        return "has a PNG beside it that cannot be read"
    if drawn_from != source_hash(svg):
        return f"was changed after {png.name} was drawn"
    return None


def render(svgs: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Draw each SVG at its own width and height; yield the PNG's path and its size in bytes.

    Raises SystemExit when no Chromium is installed.
    """
    if not svgs:
        return
    # Only drawing needs these two; a check must work without them.
    from playwright.sync_api import sync_playwright
    from pylopdf_fonts_ko import sans_path

    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        raise SystemExit(f"No browser to draw with: install one of {', '.join(BROWSERS)}.")
    font = base64.b64encode(sans_path().read_bytes()).decode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=list(BROWSER_ARGS), chromium_sandbox=False
        )
        page = browser.new_context(offline=True).new_page()
        for svg in svgs:
            page.set_content(_page(svg.read_text(encoding="utf-8"), font))
            page.evaluate("document.fonts.load('16px \"Noto Sans KR\"', '가').then(() => true)")
            shot = page.locator("svg").screenshot(omit_background=True)
            png = svg.with_suffix(".png")
            _save(shot, png, source_hash(svg))
            yield png, png.stat().st_size
        browser.close()


def _page(svg: str, font: str) -> str:
    # The font travels inside the page, so that every machine draws the same letters.
    return (
        "<!doctype html><meta charset=utf-8><style>"
        "@font-face { font-family: 'Noto Sans KR';"
        f" src: url(data:font/otf;base64,{font}) format('opentype'); }}"
        "html, body { margin: 0; background: transparent; } svg { display: block; }"
        f"</style>{svg}"
    )


def _save(shot: bytes, png: Path, digest: str) -> None:
    note = PngInfo()
    note.add_text(SOURCE_HASH_KEY, digest)
    with Image.open(io.BytesIO(shot)) as image:
        image.save(png, optimize=True, pnginfo=note)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; return its exit code (1 when a check finds something out of date)."""
    parser = argparse.ArgumentParser(description="Draw the PNG of every figure.")
    parser.add_argument("--check", action="store_true", help="only report what is out of date")
    parser.add_argument("--all", action="store_true", help="draw also what is up to date")
    parser.add_argument(
        "--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the checkout"
    )
    asked = parser.parse_args(arguments)
    root: Path = asked.root
    svgs = sorted(svg for pattern in SOURCES for svg in root.glob(pattern))
    faults = [(svg, wrong) for svg in svgs if (wrong := fault(svg))]

    if asked.check:
        for svg, wrong in faults:
            print(
                f"{svg.relative_to(root).as_posix()} {wrong}; run: python tools/render_figures.py"
            )
        print(f"{len(svgs) - len(faults)} of {len(svgs)} figures are up to date.")
        return 1 if faults else 0

    stale = svgs if asked.all else [svg for svg, _ in faults]
    for png, size in render(stale):
        print(f"{png.relative_to(root).as_posix()}: {size / 1024:.0f} KiB")
    print(f"{len(stale)} of {len(svgs)} figures drawn.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
