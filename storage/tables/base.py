"""What all tables share: their registry, the naming of constraints, ids and references."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, MetaData, event

from storage.types import Key

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


@event.listens_for(metadata, "before_create")
def _partial_indexes(_target: MetaData, connection: Connection, **_: Any) -> None:
    """
    Let the condition of a partial index, which tables give as `sqlite_where`, hold on PostgreSQL as well.

    Said twice it would load that dialect wherever a table is looked at: 2 MB and 40 ms of a small program.
    """
    if connection.dialect.name == "postgresql":
        for table in metadata.tables.values():
            for index in table.indexes:
                index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]


CODE = 32
"""Characters of a code column: kinds, states, roles. Plain strings: a new value needs no migration."""


def row_id() -> Column[int]:
    """Return the column `id` that numbers a table's rows."""
    return Column("id", Key, primary_key=True, autoincrement=True)


def to(target: str, name: str, *, null: bool = False, index: bool = False) -> Column[int]:
    """Return a column that points at a row of `target`."""
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=null, index=index)
