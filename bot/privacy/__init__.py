"""What is kept about a person: shown to them, deleted when they ask, and not kept for ever."""
