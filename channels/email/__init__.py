"""E-mail for officers, one way: where their messenger may not be written to, or they have none."""

from __future__ import annotations

from channels.email.channel import EMAIL, NAME, EmailChannel, Server

__all__ = ["EMAIL", "NAME", "EmailChannel", "Server"]
