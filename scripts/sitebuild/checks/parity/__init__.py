"""The rules that compare a translation with its source, section by section: numbers, references, negations, terms."""
