"""The web chat in a real browser, against the in-memory program of `tests/channels/webchat_double.py`."""
