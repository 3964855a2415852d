"""The handbook on paper: from the built site to PDF files for printers."""
