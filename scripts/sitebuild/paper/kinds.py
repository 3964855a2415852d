"""The kinds of what is printed, apart from what makes them: the parser of all commands need not wait for that."""

KINDS = ("booklet", "short", "large", "kit", "part", "sheet", "letters", "cards")
"""What can be asked for."""
