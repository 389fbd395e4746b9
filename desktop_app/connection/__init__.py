"""Connections to archives as a person sets them up and uses them."""
