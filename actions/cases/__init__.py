"""
What can be done to a case, one function each; `access` is the only way to a case for somebody.

`access` who may see and do what; `moving` the one place where a case changes its state and clock; `news` who
is told; then the steps by topic: `handling`, `talk`, `refer`, `close`, `assign`, `join`; `resident` holds
those that residents take.
"""
