"""The generators of the text that replaces markers in pages, one kind of text in each file."""
