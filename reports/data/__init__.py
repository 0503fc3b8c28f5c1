"""The layouts as files: the PDF's page description, the Word templates, and the script that writes those."""
