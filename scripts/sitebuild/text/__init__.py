"""The notations authors write and how each language writes numbers: text to values and back; opens nothing."""
