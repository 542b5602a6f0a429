"""What a member and the bot talk about in a place, so that short questions can go on from it."""
