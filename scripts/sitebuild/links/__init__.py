"""
The link checker: everything a browser, a crawler or a reader would follow or need in a folder of HTML.

Bottom first:

    finding           one fault, where it was seen
    address           an address in a page → the file and the section that it leads to
    tags              a parsed page → its tags, each understood once
    document          one HTML file → what it names and offers
    reading           many files → their documents, on two cores
    site              a folder → all files, documents and the way they are served
    rules.*           one kind of fault per file; `rules.RULES` lists them
    exceptions        what is put up with for a while; the rest stays a finding
    source            findings → problems where the author wrote them
"""
