"""Vietnamese text: reading, duplicates, places, subjects. Pure, deterministic, no I/O."""
