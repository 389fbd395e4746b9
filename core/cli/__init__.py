"""Hilum on the command line: the same core functions as the window."""
