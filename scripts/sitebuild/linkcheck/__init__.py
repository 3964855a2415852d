"""
The link checker: everything a browser, a crawler or a reader would follow or need in a folder of HTML.

Bottom first:

    finding           one fault, where it was seen
    address           an address in a page → the file and the section that it leads to
    tags              a page written plainly → its tags, each understood once
    nesting           where the parser of browsers leaves an element alone
    plain             a page that is plainly well formed → its tags, without a tree
    parsed            any page → its tags, as browsers see them
    document          one HTML file → what it names and offers
    site              a folder → all files, documents and the way they are served
    rules.*           one kind of fault per file; `rules.RULES` lists them
    halves            a folder → the faults in it, found on two cores
    exceptions        what is put up with for a while; the rest stays a finding
    source            findings → problems where the author wrote them
"""
