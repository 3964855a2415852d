"""
The machinery of the site: reads the guides, checks them, builds them.

Bottom first; a module imports only from the rows above it, as tests/test_architecture.py holds it:

    problem phrase yaml_text parity_words plain values; how a language writes numbers and prohibitions
      policy tables stylesheet            what a page may load; boxes for wide tables; CSS that pages use
      parts                               blanks of letters, questions that lead to a door, words of drawings
      register                            the schema of the registers
      fingerprint assets                  a short hash of a text; the files beside the pages
    page prose wording                    what a page is; plain text; how a language writes numbers and citations
      traditional                         Simplified → Traditional characters
    content front_matter references       all pages together; the head of a file; `[](law:pipl/47)` → words
      register_text personal_data         the register files; numbers that may be somebody's
    settings source repository            mkdocs.yml → Settings; the text of a file → Page; all files of the project
      running_text                        the lines of a page that are prose, and what in them is
      open_data url_ledger                the registers as JSON with their schema; every address ever published
      staleness register_age              which sections and entries of a translation are older than their source
      blanks routing drawings             `{{ company }}` → a blank; the tables of doors; a drawing with its words
      front_matter_text grammar           a key written into a file's head; how a language writes numbers
    generated                             a language converted from the source: its words and pages
    reader                                docs/ → Content
      age_notice progress                 what readers are told of a translation's age; how far each language is
      faq law_index channel_index glossary    the generated indexes
      redirects languages_sheet           old addresses lead to new ones; the fonts of each language
    parity                                what a translation must keep of its original; its own map is in parity/
    expiry addresses                      what grows old, and where readers see it; the ledger and redirects on disk
      publication                         what a language lacks until it is published
    new_language                          the folder of a new language, and its entry in mkdocs.yml
    checks.*                              one rule per file
    links                                 the link checker: a folder of HTML → findings; its own map is in links/
    checks markers published              all rules; what fills a marker; what is wrong in the finished HTML
    events generator serving report       what MkDocs calls; running it; showing the site; printing problems
    link_ledger link_visitor external     what external links answered; asking them, politely; both together
    links_cli                             the command `links`
    recording_cli new_language_cli        the commands `translated` and `minor`; the command `new-language`
    cli                                   commands, their order, the exit code
"""
