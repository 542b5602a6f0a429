"""Tests of setting up; those of its store run on both databases."""

from tests.support.databases import database_url, postgres_server, storage

__all__ = ["database_url", "postgres_server", "storage"]
