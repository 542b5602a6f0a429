"""Tables and queries of teaching."""
