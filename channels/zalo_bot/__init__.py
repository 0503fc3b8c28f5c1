"""Zalo Bot: private chats through the Zalo Bot Platform, by webhook or by long polling."""

from __future__ import annotations

from channels.zalo_bot.channel import ZaloBotChannel
from channels.zalo_bot.groups import Groups
from channels.zalo_bot.polling import Poller
from channels.zalo_bot.setup import Mode, Status, prepare, status
from channels.zalo_bot.webhook import add_webhook

__all__ = ["Groups", "Mode", "Poller", "Status", "ZaloBotChannel", "add_webhook", "prepare", "status"]
