"""mkdocs.yml, pages, registers and git to Content, one Problem per fault."""
