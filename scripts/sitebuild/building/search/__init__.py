"""What search reads: rows of all that can be found, the text of sections, and the engine's parts as one script."""
