"""Content to the finished site: MkDocs hooks and run, then styles, headers, open data, a look at the HTML."""
