"""
What the handbook is made of: frozen dataclasses, pydantic models, the words of the rules, and paths of data files.

Nothing here opens a file or imports from another folder of the package.
"""
