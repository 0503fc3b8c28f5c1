"""Periodic reports: counted, worded, edited, approved and sent. The layout is in `reports/`, the clock above."""
