"""Nobody waits for the tables of matching in the middle of a conversation."""

from __future__ import annotations

import subprocess
import sys

HEAVY = "guesses:_phrases phrasebook:book marks:_heads rarity:_background model:shipped_model stored:reading_version"
"""Tables that take milliseconds to load, by module of `matching.duplicates`."""

PROGRAM = """
import importlib, sys
from matching.places import Gazetteer
from matching.rehearsal import rehearse
from storage.data import shipped_units

units = shipped_units()
rehearse(Gazetteer.build(units.units, units.former_units))
for named in sys.argv[1:]:
    module, name = named.split(":")
    found = getattr(importlib.import_module(f"matching.duplicates.{module}"), name)
    print(named, found.cache_info().currsize)
"""


def test_after_the_rehearsal_no_petition_loads_a_table():
    """In a process of its own: here, another test may have loaded them."""
    named = HEAVY.split()

    printed = subprocess.run([sys.executable, "-c", PROGRAM, *named], capture_output=True, text=True, check=True).stdout

    assert printed.split("\n")[:-1] == [f"{name} 1" for name in named]
