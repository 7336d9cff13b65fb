"""The second front end: the same core in a terminal, as text or JSON. Proves that the core needs no window."""
