"""The tables of sessions and plans, and their queries; rows never leave."""
