"""What the fork server has done before the first fork: all that never differs between two starts.

It imports what ``python -m bot run`` imports, reads the words, and takes what it has by now out of
the garbage collector's sight, so that a fork does not copy it by counting it.
"""

import gc

import bot.app
import bot.cli.broken_notes
import bot.cli.run
import bot.ops.logs
import tests.wire.echo_bot
import tests.wire.processes
from bot.discord_ui.words import ENGLISH, KOREAN, voice

PROGRAMS = (bot.cli.run, bot.app, bot.cli.broken_notes, bot.ops.logs, tests.wire.echo_bot)
STARTER = tests.wire.processes

for language in (KOREAN, ENGLISH):
    voice(language)
gc.collect()
gc.freeze()
