"""Trying a model on a site's own cases, and watching whether scans stay like them."""
