"""The world of these tests, on both databases."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.actions.world import World


@pytest.fixture
def world(database: Database) -> World:
    return World(database)
