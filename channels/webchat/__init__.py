"""The web chat: a page of our own beside the messengers, reached without anybody's permission."""

from __future__ import annotations

from channels.webchat.channel import WebChat, client_id_of, external_id_of
from channels.webchat.lost import add_lost, lost
from channels.webchat.ports import Line, LineFile, PageInfo, Ports, Said, Upload, UploadRefused
from channels.webchat.routes import add_routes

__all__ = [
    "Line",
    "LineFile",
    "PageInfo",
    "Ports",
    "Said",
    "Upload",
    "UploadRefused",
    "WebChat",
    "add_lost",
    "add_routes",
    "client_id_of",
    "external_id_of",
    "lost",
]
