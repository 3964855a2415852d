"""
The machinery of the site: reads the guides, checks them, builds them.

Bottom first; a module imports only from the rows above it, as tests/test_architecture.py holds it:

    problem phrase                        plain values
    page prose                            plain values and plain text; no files
    content front_matter                  all pages together; the head of a file
    settings source                       mkdocs.yml → Settings; the text of a file → Page
    reader faq fallback                   docs/ → Content; questions → index; the notice for a missing translation
    checks.*                              one rule per file
    checks markers published              all rules; what fills a marker; what is wrong in the finished HTML
    events generator serving report       what MkDocs calls; running it; showing the site; printing problems
    cli                                   commands, their order, the exit code
"""
