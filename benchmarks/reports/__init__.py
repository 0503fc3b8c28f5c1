"""Reports and digests on large installations: invented rows in bulk, and what compiling takes."""
