"""The command line: one command a file, imported only when it is asked for."""

import sys
from io import TextIOWrapper

import typer

from bot.cli import ask, content, db, demo, doctor, health, invite, quiz, run
from bot.settings import BadSettings

USAGE_EXIT_CODE = 2

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Doran (도란): a Discord bot for study groups. `make demo` tries it without a token.",
)
app.command("run")(run.run)
app.command("demo")(demo.demo)
app.command("ask")(ask.ask)
app.command("invite")(invite.invite)
app.command("doctor")(doctor.doctor)
app.command("health")(health.health)
app.add_typer(content.app, name="content", help="Check, import and stamp study notes.")
app.add_typer(quiz.app, name="quiz", help="Mark short answers.")
app.add_typer(db.app, name="db", help="Upgrade, back up, restore, check or move the database.")


def main() -> None:
    """Run the command line; a wrong setting is one line and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal without such a letter (✓, 도란) shows another, rather than nothing at all.
            stream.reconfigure(errors="replace")
    try:
        app()
    except BadSettings as bad:
        print(f"doran: {bad}", file=sys.stderr)
        sys.exit(USAGE_EXIT_CODE)
