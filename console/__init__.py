"""Pages for officers and leaders beside the chats: now that of one report, opened by a link that works once."""

from __future__ import annotations

from console.ports import Ports
from console.routes import add_routes

__all__ = ["Ports", "add_routes"]
