"""The tables by topic. The query modules import them from `storage.schema`, which lists them all."""
