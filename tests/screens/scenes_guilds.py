"""Every screen of settings and help."""

from bot.discord_ui.help import help_screen
from bot.guilds import show
from bot.guilds.model import GuildSettings
from bot.ids import ChannelId, GuildId, RoleId
from tests.screens.scene import Scene

NEVER_SET = GuildSettings(GuildId(1))
SET = GuildSettings(GuildId(1), "en", "Europe/Berlin", RoleId(22), ChannelId(33))
MEMBER = [("ask", False), ("help", False), ("language", False)]
MODERATOR = [*MEMBER, ("settings", True)]

SCENES = (
    Scene(help_screen, "a member", lambda say: help_screen(MEMBER, say)),
    Scene(
        help_screen,
        "a moderator, with things going on",
        lambda say: help_screen(
            MODERATOR,
            say,
            [
                say("help-now-quiz", count=1),
                say("help-now-review", count=3),
                say("help-now-discussion", count=1),
                say("help-now-inbox", count=5),
            ],
        ),
    ),
    Scene(help_screen, "a moderator", lambda say: help_screen(MODERATOR, say)),
    Scene(
        show.settings_screen,
        "with those of other parts",
        lambda say: show.settings_screen(
            SET,
            say,
            [
                (say("settings-quizzes"), say("settings-quizzes.value", count=2, paused=1)),
                (say("settings-quizzes"), say("settings-quizzes.value", count=0, paused=0)),
                (say("settings-announcements"), say("settings-announcements.value", count=1)),
            ],
        ),
    ),
    Scene(show.settings_screen, "never set", lambda say: show.settings_screen(NEVER_SET, say)),
    Scene(show.changed_screen, "all set", lambda say: show.changed_screen(SET, say)),
    Scene(show.language_screen, "chosen", lambda say: show.language_screen("ko", say)),
    Scene(show.language_screen, "forgotten", lambda say: show.language_screen(None, say)),
)
