"""One folder a messenger, one contract (`contract.py`). A channel verifies, translates in, translates out."""
