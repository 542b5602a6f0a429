"""Shows live rounds: the start, the items and their results, the table, a member's own result."""
