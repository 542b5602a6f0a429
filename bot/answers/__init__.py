"""A question becomes the concept that answers it, or an honest "not in the notes"."""
