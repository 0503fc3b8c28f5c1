"""What all tables share: their registry, the naming of constraints, ids and references."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData

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

CODE = 32
"""Characters of a code column: kinds, states, roles. Plain strings: a new value needs no migration."""


def row_id() -> Column[int]:
    """Return the column `id` that numbers a table's rows."""
    return Column("id", Key, primary_key=True, autoincrement=True)


def to(target: str, name: str, *, null: bool = False, index: bool = False) -> Column[int]:
    """Return a column that points at a row of `target`."""
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=null, index=index)
