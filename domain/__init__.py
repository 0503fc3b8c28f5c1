"""The rules of the field: kinds, life of a case, deadlines, routing, roles. Pure values, no I/O."""
