"""Live rounds: one item after another in a channel, everyone presses, a table at the end."""
