"""Parses the notations that authors write, and formats numbers and citations in each language; opens no files."""
