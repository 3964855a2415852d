"""What rules ask for in one way only, typed by the machine: the text of a page to the same text, mended."""
