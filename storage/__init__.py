"""Tables, queries, migrations and the shipped data files."""
