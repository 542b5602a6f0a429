"""Turns a study note into concept files and discussion prompts that are ready to edit."""
