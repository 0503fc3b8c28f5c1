"""Zalo Official Account: events by webhook, messages through the OpenAPI, OAuth v4."""

from __future__ import annotations

from channels.zalo_oa.channel import App, ZaloOaChannel
from channels.zalo_oa.oauth import ConsentLost, OAuth, Pair, consent_link, new_verifier
from channels.zalo_oa.ports import Accounting, Quota, Tokens, Uploads
from channels.zalo_oa.setup import Account, account
from channels.zalo_oa.webhook import add_webhook

__all__ = [
    "Account",
    "Accounting",
    "App",
    "ConsentLost",
    "OAuth",
    "Pair",
    "Quota",
    "Tokens",
    "Uploads",
    "ZaloOaChannel",
    "account",
    "add_webhook",
    "consent_link",
    "new_verifier",
]
