"""The list of models kept here."""
