"""Data, learning and measuring of the search for duplicates."""
