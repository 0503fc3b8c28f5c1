"""Fixtures of every room; each topic has its own file in tests/support."""

from __future__ import annotations

pytest_plugins = [
    "tests.support.suites",
    "tests.support.garbage",
    "tests.support.loop",
    "tests.support.memory",
    "tests.support.properties",
    "tests.support.logs",
    "tests.support.postgres",
    "tests.support.reused",
    "tests.support.database",
    "tests.support.program",
    "tests.support.office",
    "tests.support.chromium",
]
