"""Document -> Evidence. Pure: no file, no clock, no framework.

``extract.py`` is the table of contents: lines -> statements -> sections -> employments -> recognisers. Nothing is
imported here: loaders of word lists use ``phrases.py`` without loading the recognisers.
"""
