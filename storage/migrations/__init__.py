"""Alembic's migrations, numbered, each tested with data on both databases."""
