"""Values that the database keeps for us without being able to read them: AES-GCM under a key of the key file."""

from __future__ import annotations

import base64
import os
from typing import Final

NONCE_BYTES: Final = 12
"""Source: NIST SP 800-38D, 8.2 (read 2026-11)."""


class Seal:
    """
    Encrypts short texts for one purpose. `secret` is the installation's key; another purpose has another key.

    `place` names where the text stands: a sealed text that was moved to another place does not open there.
    """

    def __init__(self, secret: bytes, purpose: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        self._cipher = AESGCM(HKDF(SHA256(), 32, None, purpose.encode()).derive(secret))

    def close(self, text: str, *, place: str) -> str:
        """Return the sealed text, as ASCII."""
        nonce = os.urandom(NONCE_BYTES)
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())).decode()

    def open(self, sealed: str, *, place: str) -> str:
        """
        Return the text.

        Raises:
            ValueError: it was sealed with another key or for another place, or was changed.
        """
        from cryptography.exceptions import InvalidTag

        try:
            raw = base64.b64decode(sealed, validate=True)
            return self._cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode()).decode()
        except InvalidTag:
            raise ValueError("the sealed value does not open: is this the key file it was made with?") from None
