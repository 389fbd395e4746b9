"""Hilum's imaging, networks and screening. Runs without a window and never imports Qt."""
