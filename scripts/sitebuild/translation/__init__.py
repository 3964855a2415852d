"""The state of translations: what is older than its source, what is missing, and how a new language starts."""
