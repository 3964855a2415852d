"""The built pages of a language to an e-book, EPUB 3."""
