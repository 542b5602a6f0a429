"""``python -m bot doctor``: what the bot needs, a line each: ✓, or what to do."""

import asyncio
import locale
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.settings import BadSettings, Settings, load_settings

FAULTY_EXIT_CODE = 1


class Language(StrEnum):
    """A language that it can speak."""

    KO = "ko"
    EN = "en"


def doctor(
    lang: Annotated[
        Language | None, typer.Option(help="ko or en; the terminal's own if not given.")
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask Discord.")] = False,
) -> None:
    """Look at everything the bot needs, a line each: ✓, or what to do."""
    from bot.cli.doctor_findings import Finding, Mark
    from bot.discord_ui.words import voice

    spoken = lang.value if lang else terminal_language()
    say = voice(spoken)

    def findings() -> Iterator[Finding]:
        from bot.cli import doctor_discord, doctor_machine, doctor_storage

        try:
            settings: Settings = load_settings()
        except BadSettings as bad:
            yield Finding(Mark.FAULT, say("doctor-settings-faulty", fault=str(bad)))
            return
        yield Finding(Mark.WELL, say("doctor-settings-fine"))
        yield from asyncio.run(doctor_discord.findings(settings, say, offline=offline))
        yield from asyncio.run(doctor_storage.findings(settings, say, now=SystemClock().now()))
        yield from doctor_machine.findings(settings, say)

    faults = 0
    for finding in findings():
        # Each as soon as it is known: reaching Discord may take a while.
        print(f"{finding.mark.value} {finding.line}", flush=True)
        faults += finding.mark is Mark.FAULT
    print(say("doctor-something-to-do", count=faults) if faults else say("doctor-all-fine"))
    if faults:
        raise typer.Exit(FAULTY_EXIT_CODE)


def terminal_language() -> str:
    """Return the terminal's language, if the bot speaks it; otherwise English."""
    name = locale.getlocale()[0] or ""
    return Language.KO.value if name.lower().startswith(("ko", "korean")) else Language.EN.value
