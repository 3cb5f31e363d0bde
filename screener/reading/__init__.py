"""bytes -> Document; the only rooms that open files.

Start with ``read.py`` (any file), ``pdf`` and ``child.py`` (the same in a limited process). Nothing is imported here:
who only talks to the child need not load the parsers.
"""
