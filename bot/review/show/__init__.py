"""Shows rounds of review, reminders, a member's record and the leaderboard."""
