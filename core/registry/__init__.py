"""Versions of models on disk: kept, compared, activated, rolled back."""
