"""Other people's servers, written by hand from their references, over real HTTP on loopback."""

from __future__ import annotations
