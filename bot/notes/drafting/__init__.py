"""Drafts quiz items from what a note says (pure); none is asked before a moderator's word."""
