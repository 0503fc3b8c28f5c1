"""Tables that the rules read: files, each written by a script beside it that can be run again."""
