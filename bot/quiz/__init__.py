"""The daily quiz: items, marking, picking, the daily post, live rounds, item statistics."""
