"""Which commune a text names or a pin lies in: names of today and of before July 2025, however they are typed."""

from __future__ import annotations

from matching.places.gazetteer import Gazetteer
from matching.places.order import communes_in_order, provinces_in_order
from matching.places.pins import PinGuess, nearest_communes
from matching.places.polygons import Polygons
from matching.places.reading import PlaceCandidate, PlaceReading, Why, find_commune
from matching.places.units import FormerUnit, Unit, UnitType

__all__ = [
    "FormerUnit",
    "Gazetteer",
    "PinGuess",
    "PlaceCandidate",
    "PlaceReading",
    "Polygons",
    "Unit",
    "UnitType",
    "Why",
    "communes_in_order",
    "find_commune",
    "nearest_communes",
    "provinces_in_order",
]
