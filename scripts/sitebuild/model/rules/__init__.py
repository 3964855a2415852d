"""
Every rule by which the handbook is judged: its name, what it wants, how it is mended.

A name is written once, in a Literal beside the words for all rules that want
the same. What may report a problem is typed by those, and the command
`explain` and the table in CONTRIBUTING.md are made from them.
"""
