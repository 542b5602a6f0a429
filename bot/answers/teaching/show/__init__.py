"""Shows teaching: the cases, the lessons, and what who waits for an answer is told."""
