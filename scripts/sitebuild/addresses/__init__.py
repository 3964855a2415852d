"""Keeps published addresses working: the ledger of all addresses (urls.txt) and the redirects (redirects.yml)."""
