"""Everything the bot sends of its own accord: ledger, scheduler, sender, editor, notices."""
