"""
A search for repeats reads the newest of a commune off PostgreSQL's index alone, and which case a petition is in.

Rows lie there in the order of arrival: the two hundred newest of one commune of thousands on as many pages (3.4 ms, 7.7
at p95, of pages that were not in memory; 0.4 and 0.5 from the index). SQLite keeps the first table by its key, and its
index of the second is not asked for more. Pages that no vacuum has seen since a row came are looked at all the same:
these two tables are vacuumed after a fiftieth of new rows, not a fifth. Source: PostgreSQL, Index-Only Scans and
Covering Indexes; autovacuum_vacuum_insert_scale_factor (read 2026-11).
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_KEY = "ADD CONSTRAINT pk_petition_trace PRIMARY KEY (commune_code, petition_id)"


def upgrade() -> None:
    """Apply."""
    _hold(" INCLUDE (filed_at, until, traits)", ["case_id", "left_at"], "SET (%s = 0.02)")


def downgrade() -> None:
    """Take back."""
    _hold("", [], "RESET (%s)")


def _hold(trace: str, case_petition: list[str], vacuumed: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(f"ALTER TABLE petition_trace DROP CONSTRAINT pk_petition_trace, {_KEY}{trace}")
    op.drop_index("ix_case_petition_petition_id", table_name="case_petition")
    op.create_index(
        "ix_case_petition_petition_id", "case_petition", ["petition_id"], postgresql_include=case_petition or None
    )
    for table in ("petition_trace", "case_petition"):
        op.execute(f"ALTER TABLE {table} {vacuumed % 'autovacuum_vacuum_insert_scale_factor'}")
