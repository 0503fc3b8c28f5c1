"""Data files of the demo; see README.md beside them."""
