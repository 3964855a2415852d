"""Asks other hosts whether the pages to which a site links are still there, and keeps what they answered."""
