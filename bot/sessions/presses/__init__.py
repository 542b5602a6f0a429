"""What the buttons of sessions, plans and what to study next do."""
