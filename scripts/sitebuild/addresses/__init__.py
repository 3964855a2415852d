"""Every address ever published and where old ones lead (docs/_data/urls.txt, redirects.yml)."""
