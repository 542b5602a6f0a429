"""Tables and queries of what members bring before moderators."""
