"""What both Zalo products need and neither owns: ids and moments, downloads from Zalo's hosts, an inbox on disk."""
