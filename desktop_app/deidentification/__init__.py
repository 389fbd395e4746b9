"""Copies without identity: what to copy and how, and what was left out afterwards."""
