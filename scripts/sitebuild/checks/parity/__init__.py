"""What a translation must keep of its original: each rule reads one quantity, one pair of sections at a time."""
