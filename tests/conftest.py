"""Fixtures of every room; each topic has its own file in tests/support."""

from __future__ import annotations

pytest_plugins = ["tests.support.postgres", "tests.support.chromium", "tests.support.database"]
