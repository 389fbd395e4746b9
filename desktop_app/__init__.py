"""The window. Qt only, no science: every number it shows was computed in core."""
