"""What is typed, in which order it runs, what is printed, the exit code; the only folder that prints."""
