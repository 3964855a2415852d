"""
The machinery of the site: reads the guides, checks them, builds them.

Each folder with its floor. A folder imports only from lower floors, folders on one floor do not know each other,
only files named mkdocs_* know MkDocs, and only cli prints; tests/test_architecture.py holds it.

7 cli          what is typed, in which order it runs, what is printed, the exit code
6 publishing   the built site to what is handed out: hashed names, compressed files, settings of servers; a release
5 repairing    what rules ask for in one way only, typed by the machine: the text of a page to the same, mended
5 paper        the built site to PDF: books, sheets, letters, cards; WeasyPrint, which only it needs
4 building     content to the finished site: MkDocs, blocks that fill markers, styles, headers, open data
4 offline      the built site to copies without a network: a zip for a folder, one file for a chat, an e-book
4 checks       one rule a file, content to problems; parity/ compares a translation with its source
3 linkcheck    any folder of HTML, with its style sheets and sitemap, to findings; external/ asks other hosts
3 addresses    every address ever published, and where old ones lead
3 translation  which translated section or entry is older than its source, and what a language still lacks
3 reading      mkdocs.yml, pages, registers and git to content, one problem a fault
2 text         the notations authors write and how each language writes numbers: text to values and back
1 memo         results that were worked out before, in .cache/, under a hash of all that they depend on
1 model        what the handbook is made of: plain values, the words of its rules, the paths of its data files

How pages look, on screens and on paper, stands outside the package: templates and style sheets are in overrides/.
"""
