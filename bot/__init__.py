"""Doran (도란): the study bot that a Discord study group talks with."""

__version__ = "0.1.0"
