"""Tables and queries of reviews, reminders and the leaderboard."""
