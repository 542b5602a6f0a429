"""``python -m bot demo``: the bot in a simulated Discord, in the browser."""

import asyncio
from typing import Annotated

import typer

from bot.cli.broken_notes import told
from bot.content.faults import BrokenContent
from bot.settings import BadSettings, load_settings


def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 0,
    keep: Annotated[bool, typer.Option(help="Keep the database in data/demo.db.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Try the bot in a simulated Discord in your browser (no token, no account)."""
    try:
        from bot.sandbox import serve
    except ModuleNotFoundError as missing:
        raise BadSettings(
            f"the demo needs {missing.name}: start it with `make demo`, "
            "or install requirements/demo.txt"
        ) from missing
    try:
        asyncio.run(serve(keep=keep, port=port, open_browser=browser))
    except BrokenContent as broken:
        raise told(broken, load_settings().content_dir) from None
