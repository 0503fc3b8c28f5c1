"""What both Zalo products need and neither owns: clean text, downloads from Zalo's hosts, an inbox on disk."""
