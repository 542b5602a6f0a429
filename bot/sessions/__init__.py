"""A moderated study session: its agenda, steps, attendance and minutes, and what to study next."""
