"""The tests, one folder a room; `tests.support` holds what they share."""
