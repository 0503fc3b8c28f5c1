"""Parts of libraries that the program never uses, left out of memory: taken care of before anything imports them."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
import threading
from collections.abc import Callable, Mapping
from importlib.abc import Loader
from types import ModuleType
from typing import Any, Final

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


def give_back() -> None:
    """
    Give pages that nothing uses any more back to the system, where the C library is glibc.

    Takes a millisecond or two. Source: malloc_trim(3) (read 2026-11).
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _without_mapper() -> None:
    """
    Let `sqlalchemy.ext.asyncio` load its session, and with it the mapper, when a name is asked for that needs them.

    We write statements on tables and have no mapped classes, but the package imports all its modules with the first.
    """
    names = ("AsyncConnection", "AsyncEngine", "AsyncTransaction", "create_async_engine")
    _complete_later("sqlalchemy.ext.asyncio", dict.fromkeys(names, "engine"))


def without_telegrams_classes() -> None:
    """
    Let python-telegram-bot load its 180 modules when a name is asked for that needs them: with the first file sent.

    Messages without files take its errors and what it says about an answer of failure. Called where Telegram is spoken,
    before the library is imported.
    """
    _complete_later("telegram", {})
    _complete_later("telegram.request", {"BaseRequest": "_baserequest", "RequestData": "_requestdata"})


def _complete_later(package: str, modules: Mapping[str, str]) -> None:
    """
    Put a package in place whose own `__init__` runs with the first name that is not in `modules`.

    `modules` says which of its modules has a name. Nothing is imported here.
    """
    spec = None if package in sys.modules else importlib.util.find_spec(package)
    if spec is None or spec.loader is None:
        return
    made = importlib.util.module_from_spec(spec)
    made.__dict__["__getattr__"] = _completing(made, spec.loader, modules)
    sys.modules[package] = made


def _completing(package: ModuleType, loader: Loader, modules: Mapping[str, str]) -> Callable[[str], Any]:
    lock = threading.RLock()
    begun = False

    def look_up(name: str) -> Any:
        nonlocal begun
        if name in modules:
            return getattr(importlib.import_module(f"{package.__name__}.{modules[name]}"), name)
        # The import system asks any module for names with underscores, and a package for its modules.
        if not name.startswith("__") and importlib.util.find_spec(f"{package.__name__}.{name}") is None:
            with lock:  # another thread waits until all is there; this one looks into what it is making
                if not begun:
                    begun = True
                    loader.exec_module(package)
                    package.__dict__.pop("__getattr__", None)
        if name in package.__dict__:
            return package.__dict__[name]
        raise AttributeError(f"module {package.__name__!r} has no attribute {name!r}")

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
