"""A server's settings, who moderates it, and which language everyone reads."""
