"""What tests share: servers they start, builders, people who talk."""
