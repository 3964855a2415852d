"""
The link checker: a folder of HTML → what a browser, a crawler or a reader would stumble over in it.

It serves any folder, whoever made it; it asks no other host (only external/ does); and it imports nothing of ours but
Problem, the names of its rules and, where a list of allowances is read, YAML, so that it starts fast. README.md beside
this file is for those who check a site of their own. Each module uses those above it:

    finding       one fault, and the file in which it was seen
    address       an address in a page → the file and the section that it leads to
    fragments     what follows its # → whether there is such a section
    base_address  a <base href> → what the other addresses of its page are joined to
    address_attributes  where HTML and SVG hold addresses, and what a browser does with each
    css, xml_addresses, meta_refresh  a style sheet, a sitemap or feed, a refresh → the addresses in them
    registered_schemes   the schemes of IANA
    hosts, contacts, language_tags    what can be a host or scheme, a mailbox or number; tags that may be of one text
    encoding      bytes → text in the encoding that a file says
    tags          HTML in normal form → its start tags, each taken apart once
    character_references   `&eacute;` → é
    fast_parser   most pages → their tags, without building a tree
    full_parser   any page → its tags, as browsers see them
    script_data, json_feed   an import map or speculation rules, a JSON Feed → the addresses in them
    html_page     what one file says of itself and what it leads to
    page_reader   one file → such a page
    references    the references of many pages → where they lead
    html_folder   a folder → its files and pages, and the way they are served
    settings      which rules are asked, and what a file of settings says
    rules.*       one kind of fault a file; `rules.RULES` lists them
    parallel      a folder → the faults in it, found by two processes
    repeated      findings → one for each fault, on however many pages it is
    allowlist     findings that are put up with until a day, and the rest
    external.*    what other hosts answer, and the ledger of their answers
"""
