"""Runs of glyphs -> lines in reading order: pieces, rows and cells, areas, lines."""
