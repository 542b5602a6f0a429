"""What members bring before moderators: answers they think are right, items of their own."""
