"""Parts of libraries that the program never uses, left out of memory: taken care of before anything imports them."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

_ASYNCIO: Final = "sqlalchemy.ext.asyncio"
_ARENA_MAX: Final = -8


def apply() -> None:
    """
    Leave out what weighs most: SQLAlchemy's mapper of objects (5 MB, 40 modules), and rich for structlog's traces.

    Called once, before the first import of either; after it, it changes nothing. What is left out is imported all
    the same when somebody asks for it.
    """
    _one_heap()
    _without_mapper()
    _without_rich()


def _one_heap() -> None:
    """
    Let all threads share one heap, where the C library is glibc: each would keep holes of its own, 2 MB together.

    Our threads wait for files and for Python's lock, not for memory. Source: mallopt(3), M_ARENA_MAX (read 2026-11).
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)


def _without_mapper() -> None:
    """
    Let `sqlalchemy.ext.asyncio` load its session, and with it the mapper, when a name is asked for that needs them.

    We write statements on tables and have no mapped classes, but the package imports all its modules with the
    first. Its own `__init__` runs with the first name that is not among those of its engine.
    """
    if _ASYNCIO in sys.modules:
        return
    spec = importlib.util.find_spec(_ASYNCIO)
    if spec is None or spec.loader is None:
        return
    package = importlib.util.module_from_spec(spec)
    sys.modules[_ASYNCIO] = package
    engine = importlib.import_module(f"{_ASYNCIO}.engine")
    for name in ("AsyncConnection", "AsyncEngine", "AsyncTransaction", "create_async_engine"):
        setattr(package, name, getattr(engine, name))
    package.__dict__["__getattr__"] = _completed(package, spec)


def _completed(package: ModuleType, spec: ModuleSpec) -> Any:
    def look_up(name: str) -> Any:
        if name.startswith("__"):  # what the import system asks of any module
            raise AttributeError(name)
        del package.__dict__["__getattr__"]
        assert spec.loader is not None
        spec.loader.exec_module(package)
        return getattr(package, name)

    return look_up


def _without_rich() -> None:
    """
    Let structlog do without rich, as it does where rich is not installed: 4 MB for the colours of a developer's traces.

    It looks for it once, when it is imported; whoever imports rich afterwards gets it.
    """
    if "structlog" in sys.modules or "rich" in sys.modules:
        return
    sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        importlib.import_module("structlog")
    finally:
        del sys.modules["rich"]
