"""Migrations: up from nothing, equal to the tables in code, down again, with data kept on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import insert, inspect, select, text

from storage import migrate, schema
from storage.database import Database
from storage.units import gazetteer_of, load_shipped
from tests.support.postgres import fresh_database


@pytest.fixture
async def empty_url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> AsyncIterator[str]:
    """A database without any table."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'deep' / 'er' / 'nghedan.db'}"
        return
    async with fresh_database(request.getfixturevalue("postgres_url")) as url:
        yield url


async def tables_of(url: str) -> set[str]:
    database = Database(url)
    async with database.read() as db:
        names = set(await db.run_sync(lambda connection: inspect(connection).get_table_names()))
    await database.close()
    return names


async def test_an_empty_database_is_brought_to_the_newest_schema(empty_url: str) -> None:
    changed = await asyncio.to_thread(migrate.ensure, empty_url)

    assert changed
    assert await tables_of(empty_url) == {*schema.metadata.tables, "alembic_version"}
    assert await asyncio.to_thread(migrate.current, empty_url) == migrate.head()


async def test_a_database_of_the_newest_schema_is_left_alone(migrated_url: str) -> None:
    assert not await asyncio.to_thread(migrate.ensure, migrated_url)


async def test_a_database_of_a_newer_version_is_named_and_left_alone(migrated_url: str) -> None:
    database = Database(migrated_url)
    async with database.begin() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()

    with pytest.raises(RuntimeError, match=r"schema is 9999, this program's \d+: install the newer version"):
        await asyncio.to_thread(migrate.ensure, migrated_url)

    assert await asyncio.to_thread(migrate.current, migrated_url) == "9999"


async def test_the_migrations_give_exactly_the_tables_in_code(migrated_url: str) -> None:
    await asyncio.to_thread(command.check, migrate._config(migrated_url))  # raises when a migration is missing


async def test_all_migrations_can_be_taken_back(migrated_url: str) -> None:
    await asyncio.to_thread(migrate.downgrade, migrated_url, "base")

    assert await tables_of(migrated_url) <= {"alembic_version"}


async def test_rows_survive_a_second_run_of_the_migrations(migrated_url: str) -> None:
    database = Database(migrated_url)
    async with database.begin() as db:
        await db.execute(insert(schema.setting).values(key="kept", value={"a": 1}))
    await asyncio.to_thread(migrate.upgrade, migrated_url)

    async with database.read() as db:
        assert (await db.execute(select(schema.setting.c.value))).scalar_one() == {"a": 1}
    await database.close()


async def test_the_units_of_the_tables_are_those_of_the_shipped_list(migrated_url: str) -> None:
    database = Database(migrated_url)
    async with database.begin() as db:
        assert await load_shipped(db)
        assert not await load_shipped(db)
    async with database.read() as db:
        gazetteer = await gazetteer_of(db)
    await database.close()

    assert (len(gazetteer.provinces), len(gazetteer.communes)) == (34, 3_321)
