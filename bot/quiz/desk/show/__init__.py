"""Shows what members bring before moderators."""
