"""The discussions' tables and queries."""
