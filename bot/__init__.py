"""The running program: settings, wiring, server, deliverer and the command line. Nobody imports it."""

from __future__ import annotations

__version__ = "0.1.0"
