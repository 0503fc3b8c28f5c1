"""Many residents at once, beside an aiogram bot."""

from __future__ import annotations
