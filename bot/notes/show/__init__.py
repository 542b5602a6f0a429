"""Shows a server's notes to its moderators."""
