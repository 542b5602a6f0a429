"""Shows discussions: their posts, their private screens, their results."""
