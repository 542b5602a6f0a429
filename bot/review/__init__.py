"""Each member's own spaced repetition, reminders, and record; theirs alone."""
