"""Radiographs as values: reading, the grey pipeline, histograms and measurement."""
