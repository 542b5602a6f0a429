"""What every face shares: the router, replies, refusals, and the words in both languages."""
