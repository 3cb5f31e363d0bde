"""From the lines of an education section to awards: words, places, years, entries, facts."""
