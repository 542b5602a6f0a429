"""Tables and queries of a server's notes: drafts, published notes, drafted items."""
