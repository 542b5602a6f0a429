"""What all capabilities declare together: tables, what is kept about people, who follows a zone."""

from bot.answers import personal as answers_personal
from bot.discussion import personal as discussion_personal
from bot.discussion import service as discussions
from bot.guilds import personal as guilds_personal
from bot.notes import personal as notes_personal
from bot.posts import personal as posts_personal
from bot.posts.announce import service as announcements
from bot.quiz import personal as quiz_personal
from bot.quiz import timetable as quiz_timetable
from bot.review import personal as review_personal
from bot.review import reminding
from bot.sessions import personal as sessions_personal
from bot.storage.base import Base

# Importing this module has imported every capability's tables.
METADATA = Base.metadata

# What each capability keeps about people.
DECLARED = (
    answers_personal.DECLARED,
    discussion_personal.DECLARED,
    guilds_personal.DECLARED,
    notes_personal.DECLARED,
    posts_personal.DECLARED,
    quiz_personal.DECLARED,
    review_personal.DECLARED,
    sessions_personal.DECLARED,
)

# Parts that keep wall-clock times.
ZONE_FOLLOWERS = (
    announcements.follow_zone,
    quiz_timetable.follow_zone,
    reminding.follow_zone,
    discussions.follow_zone,
)
