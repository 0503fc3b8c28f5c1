"""Tables of places: units old and new, their outlines, working days, offices."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, String, Table, Text

from storage.tables.base import CODE, metadata, row_id
from storage.types import JsonText

unit = Table(
    "unit",
    metadata,
    Column("code", String(5), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("type", String(16), nullable=False),
    Column("province_code", String(2), nullable=False, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("folded", String(80), nullable=False, index=True),
    Column("edition", String(16), nullable=False),
    Column("extra", JsonText),
)
"""Provinces (2 digits) and communes (5 digits) of the shipped edition."""

former_unit = Table(
    "former_unit",
    metadata,
    row_id(),
    Column("code", String(5), nullable=False),
    Column("name", String(80), nullable=False),
    Column("type", String(16), nullable=False),
    Column("district", String(80), nullable=False),
    Column("province", String(80), nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("new_codes", JsonText, nullable=False),
    Column("extra", JsonText, nullable=False),
)

unit_polygon = Table(
    "unit_polygon",
    metadata,
    Column("code", String(5), primary_key=True),
    Column("geometry", JsonText, nullable=False),
)

work_day = Table(
    "work_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", String(CODE), nullable=False),  # "off" or "work"
    Column("basis", Text, nullable=False),
)
"""Days off and make-up working days that an administrator adds; they win over the holiday library."""

office = Table(
    "office",
    metadata,
    Column("unit_code", String(5), primary_key=True),
    Column("organisation", String(CODE), primary_key=True),
    Column("address", Text, nullable=False),
    Column("phone", String(40), nullable=False),
    Column("hours", Text, nullable=False),
)
"""Where a body can be met; shown by 'gặp cán bộ'."""
