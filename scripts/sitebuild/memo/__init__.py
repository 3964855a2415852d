"""What was worked out before: results kept below .cache/ under a hash of all that they depend on."""
