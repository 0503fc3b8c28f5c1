"""The house that people talk to in these tests, on both databases."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.support.talk import House


@pytest.fixture
def house(database: Database) -> House:
    return House(database)
