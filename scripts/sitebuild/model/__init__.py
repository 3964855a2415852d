"""
What the handbook is made of: plain values, the words of the rules that it is judged by, the paths of its data files.

Opens nothing, imports nothing of ours.
"""
