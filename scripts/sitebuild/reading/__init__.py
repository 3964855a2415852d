"""Reads mkdocs.yml, pages, data files and git into a Content, and reports each fault as a Problem."""
