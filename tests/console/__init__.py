"""Tests of the pages for officers."""
