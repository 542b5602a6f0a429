"""Shipped notes: what a library of concepts, items and prompts is, and how it is read."""
