"""
What the handbook is made of: plain values and the paths of its data files.

Opens nothing, imports nothing of ours.
"""
