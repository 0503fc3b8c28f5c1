"""Reading a Vietnamese text as people type it: layers from the text as written to the folded one."""

from __future__ import annotations

from matching.reading.agreement import agree
from matching.reading.reader import read
from matching.reading.values import Quantity, Reading, Token

__all__ = ["Quantity", "Reading", "Token", "agree", "read"]
