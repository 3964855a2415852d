"""The kinds of copies, apart from what makes them: the parser of all commands need not wait for that."""

ZIP, RESCUE, EPUB = "zip", "rescue", "epub"
KINDS = (ZIP, RESCUE, EPUB)
"""What can be asked for."""
