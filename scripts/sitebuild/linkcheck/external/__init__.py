"""Asks other hosts whether what we link to is still there, and keeps what they answered."""
