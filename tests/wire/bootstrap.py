"""Runs a module of the product, unmodified but for where discord.py looks for Discord."""

from __future__ import annotations

import importlib
import os
import runpy
import sys
from typing import Any

import discord
import discord.asset
import discord.gateway
import discord.http
import discord.state
import yarl

from tests.wire.crashpoints import CrashPoint
from tests.wire.marks import READY_MARK, RESUMED_MARK

# discord.py waits so long after the last GUILD_CREATE; 0 would make it not wait for any.
GUILD_READY_SECONDS = 0.2


def point_at_loopback(api: str, gateway: str, assets: str) -> None:
    """Sends discord.py to other addresses, for every client made after this."""
    discord.http.Route.BASE = api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    discord.asset.Asset.BASE = assets


def wait_less_for_guilds(seconds: float) -> None:
    """Lowers discord.py's wait for guilds, which is 2 seconds unless a client says otherwise."""
    original = discord.state.ConnectionState.__init__

    def patched(self: Any, **options: Any) -> None:
        original(self, **({"guild_ready_timeout": seconds} | options))

    discord.state.ConnectionState.__init__ = patched  # type: ignore[method-assign]


def identify_at_once() -> None:
    """Leaves out discord.py's 5 seconds before it identifies again, which Discord asks for."""

    async def patched(*args: object, **kwargs: object) -> None:
        return None

    discord.Client.before_identify_hook = patched  # type: ignore[method-assign]


def tell_when_ready() -> None:
    """Writes a line to standard error when a client is ready, and when a session is resumed."""
    original = discord.Client.dispatch
    marks = {"ready": READY_MARK, "resumed": RESUMED_MARK}

    def patched(self: discord.Client, event: str, /, *args: Any, **kwargs: Any) -> None:
        original(self, event, *args, **kwargs)
        if event in marks:
            print(marks[event], file=sys.stderr, flush=True)

    discord.Client.dispatch = patched  # type: ignore[method-assign]


def main(module: str, arguments: list[str]) -> None:
    """Prepares discord.py, installs what the test asked for, and runs the module as `-m` does."""
    environment = os.environ
    point_at_loopback(
        environment["WIRE_API"], environment["WIRE_GATEWAY"], environment["WIRE_ASSETS"]
    )
    wait_less_for_guilds(GUILD_READY_SECONDS)
    identify_at_once()
    tell_when_ready()
    setup = environment.get("WIRE_SETUP")
    if setup:
        name, _, function = setup.partition(":")
        getattr(importlib.import_module(name), function)()
    crash = CrashPoint.from_environment()
    if crash is not None:
        crash.install()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
