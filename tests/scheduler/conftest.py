"""The small commune of `tests/actions/world.py`, looked at by the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.actions.world import World


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


@pytest.fixture
async def second(database: Database) -> AsyncIterator[Database]:
    """The same tables as a second process sees them."""
    opened = Database(database.url.render_as_string(hide_password=False))
    yield opened
    await opened.close()
