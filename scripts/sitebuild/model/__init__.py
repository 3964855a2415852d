"""
What the handbook is made of: frozen dataclasses, pydantic models, and the paths of the data files.

Nothing here opens a file or imports from another folder of the package.
"""
