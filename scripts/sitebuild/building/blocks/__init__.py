"""What fills a marker of a page: one block a file."""
