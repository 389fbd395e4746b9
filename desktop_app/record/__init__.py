"""The record as a person reads it: its entries, whether they are unbroken, and the way out as a table."""
